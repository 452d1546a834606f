/** What stands in the place of a message that moderators took out of sight. */
export const WITHHELD = "This message was removed by a moderator.";
