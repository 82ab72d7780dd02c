// How a shared picture looks: the words on paper at the left, and room for the photograph at the right. A picture has no
// second scheme: its colours are the light ones.
import { colours } from '#domain/look/tokens'
import { pictureSize } from './picture-size.ts'
import type { PictureWords } from './picture-words.ts'

/** How much of its width the photograph has. */
export const photoWidth = 630

/** The words, on nothing. `icon` is an image as a data: address. */
export function layout({ sign, title, line, price, was }: PictureWords, icon: string) {
  return (
    <div style={frame}>
      <div style={{ display: 'flex', alignItems: 'center', fontSize: 36 }}>
        <img src={icon} width={56} height={56} alt="" style={{ marginRight: 18 }} />
        {sign}
      </div>
      <div style={column}>
        <div style={{ ...lines(3), fontSize: titleSize(title), lineHeight: 1.2 }}>{title}</div>
        {line && <div style={{ ...lines(3), ...under, fontSize: 30, lineHeight: 1.5 }}>{line}</div>}
        {price && (
          <div style={{ ...under, display: 'flex', alignItems: 'baseline' }}>
            <span style={{ fontSize: 50, color: colours.accent.light }}>{price}</span>
            {was && (
              <span style={{ fontSize: 34, marginLeft: 22, textDecoration: 'line-through' }}>{was}</span>
            )}
          </div>
        )}
      </div>
    </div>
  )
}

const column = { display: 'flex', flexDirection: 'column' } as const
const frame = {
  ...column,
  justifyContent: 'space-between',
  width: pictureSize.width - photoWidth,
  height: pictureSize.height,
  padding: '56px 48px 52px 64px',
  color: colours.ink.light,
} as const
const under = { marginTop: 28, color: colours['ink-quiet'].light } as const

function lines(most: number) {
  return { display: 'block', lineClamp: most, textWrap: 'pretty', wordBreak: 'break-word' } as const
}

// A Chinese character is as wide as two letters.
function titleSize(title: string): number {
  const width = Array.from(title).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
  if (width <= 14) return 80
  return width <= 32 ? 66 : 52
}
