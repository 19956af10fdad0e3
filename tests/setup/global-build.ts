import { ensureBuild } from './ensure-build'

export default ensureBuild
