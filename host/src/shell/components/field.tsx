interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'tel';
  readonly mode?: 'numeric' | 'decimal' | 'tel';
  /** The browser's word for what belongs here. */
  readonly fill?: string;
  readonly most?: number;
}

/** One line to type, with its name above. */
export function Field({ label, value, onChange, type = 'text', mode, fill, most = 200 }: FieldProps) {
  return (
    <label className="field-label">
      <span>{label}</span>
      <input
        className="field"
        type={type}
        inputMode={mode}
        autoComplete={fill ?? 'off'}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
