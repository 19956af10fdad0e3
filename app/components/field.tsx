/**
 * Fields: label above, hint between, error under the field. They take what conform knows of the field (`field`) and are
 * named by it; without JavaScript they post the same.
 */
import ChevronDown from 'lucide-react/icons/chevron-down'
import CircleAlert from 'lucide-react/icons/circle-alert'
import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react'

/** The part of conform's metadata that a field needs. */
export type FieldLike = {
  readonly id: string
  readonly name: string
  readonly errors?: readonly string[] | undefined
  readonly initialValue?: unknown
}

type Common = {
  readonly field: FieldLike
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly optional?: string
}

function described(field: FieldLike, hint: ReactNode): string | undefined {
  const ids = [hint ? `${field.id}-hint` : null, field.errors ? `${field.id}-error` : null].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function FieldError({ field }: { readonly field: FieldLike }) {
  if (!field.errors || field.errors.length === 0) return null
  return (
    <p id={`${field.id}-error`} className="mt-1.5 flex gap-1.5 font-[650] text-danger-text">
      <CircleAlert aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0" />
      <span>{field.errors[0]}</span>
    </p>
  )
}

function Hint({ field, children }: { readonly field: FieldLike; readonly children: ReactNode }) {
  return children ? (
    <p id={`${field.id}-hint`} className="text-sm text-ink-soft">
      {children}
    </p>
  ) : null
}

function Label({ field, label, optional }: Pick<Common, 'field' | 'label' | 'optional'>) {
  return (
    <label htmlFor={field.id} className="block font-[650]">
      {label}
      {optional ? <span className="font-[400] text-ink-soft"> ({optional})</span> : null}
    </label>
  )
}

export function TextField({
  field,
  label,
  hint,
  optional,
  width = 'w-full',
  suffix,
  ...rest
}: Common & {
  readonly width?: string
  /** A unit behind the field: km, minuten. */
  readonly suffix?: string
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'width'>) {
  return (
    <div>
      <Label field={field} label={label} optional={optional} />
      <Hint field={field}>{hint}</Hint>
      <div className={`mt-1.5 flex items-center gap-2 ${width}`}>
        <input
          type="text"
          defaultValue={asText(field.initialValue)}
          {...rest}
          id={field.id}
          name={field.name}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={described(field, hint)}
          className="field-box"
        />
        {suffix ? <span className="shrink-0 text-ink-soft">{suffix}</span> : null}
      </div>
      <FieldError field={field} />
    </div>
  )
}

export function TextArea({
  field,
  label,
  hint,
  optional,
  rows = 4,
  ...rest
}: Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'name'>) {
  return (
    <div>
      <Label field={field} label={label} optional={optional} />
      <Hint field={field}>{hint}</Hint>
      <textarea
        rows={rows}
        defaultValue={asText(field.initialValue)}
        {...rest}
        id={field.id}
        name={field.name}
        aria-invalid={field.errors ? true : undefined}
        aria-describedby={described(field, hint)}
        className="field-box mt-1.5"
      />
      <FieldError field={field} />
    </div>
  )
}

export type Option = { readonly value: string; readonly label: string }

export function Select({
  field,
  label,
  hint,
  optional,
  options,
  empty,
  width = 'w-full',
}: Common & {
  readonly options: readonly Option[]
  /** Text of the choice for nothing. */
  readonly empty?: string
  readonly width?: string
}) {
  return (
    <div>
      <Label field={field} label={label} optional={optional} />
      <Hint field={field}>{hint}</Hint>
      <div className={`relative mt-1.5 ${width}`}>
        <select
          id={field.id}
          name={field.name}
          defaultValue={asText(field.initialValue) ?? ''}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={described(field, hint)}
          className="field-box appearance-none pr-10"
        >
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          size={20}
          strokeWidth={1.75}
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-soft"
        />
      </div>
      <FieldError field={field} />
    </div>
  )
}

/** Related fields under one question. */
export function Fieldset({
  field,
  legend,
  hint,
  children,
}: {
  readonly field?: FieldLike
  readonly legend: ReactNode
  readonly hint?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <fieldset
      id={field?.id}
      tabIndex={field?.errors ? -1 : undefined}
      aria-describedby={field ? described(field, hint) : undefined}
      className="min-w-0"
    >
      <legend className="font-[650]">{legend}</legend>
      {field ? (
        <Hint field={field}>{hint}</Hint>
      ) : hint ? (
        <p className="text-sm text-ink-soft">{hint}</p>
      ) : null}
      <div className="mt-1.5">{children}</div>
      {field ? <FieldError field={field} /> : null}
    </fieldset>
  )
}

/** Whole rows of 50 px with the box on the left; `kind` decides whether one or several can be chosen. */
export function ChoiceRows({
  field,
  kind,
  options,
  columns = false,
}: {
  readonly field: FieldLike
  readonly kind: 'checkbox' | 'radio'
  readonly options: readonly (Option & { readonly hint?: string })[]
  readonly columns?: boolean
}) {
  const chosen = new Set(chosenOf(field.initialValue))
  return (
    <div className={`grid gap-2 ${columns ? 'sm:grid-cols-2' : ''}`}>
      {options.map(({ value, label, hint }) => (
        <label
          key={value}
          className="flex min-h-[50px] items-start gap-3 rounded-md border border-line-strong bg-surface px-3 pt-3 pb-2.5 has-checked:border-2 has-checked:border-act has-checked:bg-act-soft has-checked:px-[11px]"
        >
          <input
            type={kind}
            name={field.name}
            value={value}
            defaultChecked={chosen.has(value)}
            className="mt-0.5 size-5 shrink-0"
          />
          <span>
            {label}
            {hint ? <span className="block text-sm text-ink-soft">{hint}</span> : null}
          </span>
        </label>
      ))}
    </div>
  )
}

/** Conform keeps one choice as text and several as a list. */
export function chosenOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** One yes-or-no. */
export function CheckboxRow({ field, label, hint }: Common) {
  return (
    <div>
      <label className="flex min-h-[50px] items-start gap-3 py-2.5">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          defaultChecked={field.initialValue === 'on'}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={described(field, hint)}
          className="mt-0.5 size-5 shrink-0"
        />
        <span>
          {label}
          {hint ? (
            <span id={`${field.id}-hint`} className="block text-sm text-ink-soft">
              {hint}
            </span>
          ) : null}
        </span>
      </label>
      <FieldError field={field} />
    </div>
  )
}
