/** Which names in a folder are no documents: hidden ones, and those that programs give to what is not complete yet? */

/** Names under which copies, downloads and editors keep what they have not finished. */
const UNFINISHED = /\.(?:part|partial|filepart|crdownload|download|opdownload|tmp|temp|swp|swx|lock)$|~$/i
/** Lock files of office programs, and what file managers leave in every folder. */
const COMPANIONS = /^(?:~\$.*|~lock\..*|~WR[DL]\d+.*|Thumbs\.db|desktop\.ini)$/i

/** @param name without its folder */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || UNFINISHED.test(name) || COMPANIONS.test(name)
}
