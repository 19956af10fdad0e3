import { closeAllAtTheEnd } from './at-the-end'

closeAllAtTheEnd()
