/** Shows how to leave WeChat's own browser, where payment pages often do not open. */
export function noteWechat(): void {
  const note = document.querySelector<HTMLElement>('.wechat')
  if (note) note.hidden = !navigator.userAgent.includes('MicroMessenger')
}
