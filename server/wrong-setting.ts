/** A setting that stops the start; the message is one sentence for the person who set it. */
export class WrongSetting extends Error {
  override name = 'WrongSetting'
}
