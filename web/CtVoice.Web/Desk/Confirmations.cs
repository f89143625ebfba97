using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk;

/// <summary>
/// What the page says after something was done. The address carries only which form it was; the sentence is ours, so no link
/// can put words on a page.
/// </summary>
internal static class Confirmations
{
    /// <summary>Name of the value in the address.</summary>
    internal const string Field = "done";

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["matterDone"] = "Saved. What was done stands in the record; nobody answered means that it stays open.",
        ["deskPlace"] = "Placed: the message counts where you put it, and the record says that you did.",
        ["deskDismiss"] = "Dismissed. The message is kept with your reason, and counts for nothing.",
        ["deskAddMember"] = "Added. Nobody is written to before consent and contact are stored below.",
        ["deskChangeMember"] = "Saved, for reviews whose panel is chosen from now on.",
        ["deskAvailability"] = "Saved. Reviews whose panel is chosen from now on keep to it.",
        ["deskConsent"] = "Recorded. The newest record of a way is in force.",
        ["deskPay"] = "Saved. Payments of this year follow it.",
        ["deskWelcome"] = "The welcome has begun, or had begun before.",
        ["deskRevokeLinks"] = "Every link of this member stopped working.",
        ["deskSaveContact"] = "Saved. Once there is consent too, the welcome begins by itself.",
        ["deskErase"] = "Erased. Give them the reference below.",
        ["deskDispose"] = "Destroyed. The record names the approval.",
        ["deskSetHold"] = "The hold stands.",
        ["deskLiftHold"] = "The hold is lifted.",
        ["deskExtend"] = "Residents have more time. Everybody who was asked is told the new date.",
        ["agencyWriteTexts"] = "Saved, and measured again.",
        ["agencyAnswer"] = "Your answer is public. It can be changed; each answer stays in the record.",
        ["agencyMoreTime"] = "You have more time. The reason is public, and nothing is overdue until the new date.",
        ["agencyEvidence"] = "It counts as done, in public. The board’s office looks at it.",
        ["agencyMoveCommitment"] = "The new day holds. The day before stays in the record.",
        ["agencyWithdraw"] = "The project is taken back, and the review has ended. The reason is public.",
        ["deskCancel"] = "The review has ended. Everybody who was being asked is told.",
    };

    /// <summary>The sentence for what was just done; null when nothing was.</summary>
    internal static string? Of(HttpContext context) =>
        context.QueryText(Field) is { } what ? Sentences.GetValueOrDefault(what, "Saved.") : null;
}
