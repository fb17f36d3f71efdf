/** Version of the JSON that `validate`, `gap`, `coverage`, `list` and `explain` write. Adding is minor, removing bumps. */
export const SCHEMA_VERSION = '1.0.0'
