/** The light colours of app/styles/tokens.css: a picture has no second scheme. */
export const colours = {
  paper: '#faf7f2',
  ink: '#26221d',
  'ink-quiet': '#6a6156',
  accent: '#a33422',
} as const
