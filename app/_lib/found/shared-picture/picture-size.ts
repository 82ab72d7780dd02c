/** What most places that show shared addresses ask for, in pixels. */
export const pictureSize = { width: 1200, height: 630 } as const
