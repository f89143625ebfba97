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
        ["deskAddOnCallPerson"] = "On the list. They are told of nothing before they agreed on their phone and OPM approved the list.",
        ["deskChangeOnCallPerson"] = "Saved. It is in force once OPM has approved the list again.",
        ["deskRemoveOnCallPerson"] = "Taken off this list. Where another one is in force, they are on that until this is approved.",
        ["deskInviteOnCallPerson"] = "The text is on its way. Its link works for seven days.",
        ["deskApproveOnCall"] = "In force. Whoever is on duty is told of danger from now on.",
        ["deskStopOnCall"] = "Nobody is on call any more.",
        ["deskPlace"] = "Placed: the message counts where you put it, and the record says that you did.",
        ["deskDismiss"] = "Dismissed. The message is kept with your reason, and counts for nothing.",
        ["deskAddMember"] = "Added. Nobody is written to before consent and contact are stored below.",
        ["deskChangeMember"] = "Saved, for reviews whose panel is chosen from now on.",
        ["deskAvailability"] = "Saved. Reviews whose panel is chosen from now on keep to it.",
        ["deskRenewTerm"] = "Renewed. Reviews whose panel is chosen from now on may ask this member.",
        ["deskConsent"] = "Recorded. The newest record of a way is in force.",
        ["deskPay"] = "Saved. Payments of this year follow it.",
        ["deskBeginWelcomes"] = "They go out at the time below. Until then one press stops all of them.",
        ["deskStopWelcomes"] = "Stopped. Nobody was written to.",
        ["deskWelcome"] = "The welcome has begun, or had begun before.",
        ["deskRevokeLinks"] = "Every link of this member stopped working.",
        ["deskSaveContact"] = "Saved. Once there is consent too, the welcome begins by itself.",
        ["deskErase"] = "Erased. Give them the reference below.",
        ["deskDispose"] = "Destroyed. The record names the approval.",
        ["deskSetHold"] = "The hold stands.",
        ["deskLiftHold"] = "The hold is lifted.",
        ["deskNeed"] = "Decided. The public register says so, with your reason.",
        ["deskExpedite"] = "Your word on the shorter time is public.",
        ["deskCarryOver"] = "The earlier advice is carried over. Each recommendation waits for its answer.",
        ["deskOverridePanel"] = "The panel was chosen again.",
        ["deskCalled"] = "Noted: it counts like a message that arrived.",
        ["deskWriteTexts"] = "Saved as a new version. Nothing leaves before it is released.",
        ["deskReleaseTexts"] =
            "Released. Once every language that the panel reads is, it stands below when the panel is asked; until then you can stop it.",
        ["deskSendLetter"] = "It goes out at the time below. Until then one press stops it.",
        ["deskStopLetter"] = "Stopped. Nobody gets it.",
        ["deskLetterCalled"] = "Noted.",
        ["deskStopSending"] = "Stopped. Nothing went out.",
        ["deskResumeSending"] = "It goes out. Until then it can be stopped again.",
        ["deskDecideWords"] = "Your decision on these words is saved.",
        ["deskAddClosingDay"] = "Entered. It counts in windows that begin from now on; promised dates stay.",
        ["deskRemoveClosingDay"] = "Taken back. Dates that were counted with it stay.",
        ["deskPutAbsence"] = "Entered. On those days the work is the other one’s.",
        ["deskAnswerPrecondition"] = "Saved, with who entered it and when. What was said before stays in the record.",
        ["deskAddPracticePerson"] = "On the list. They are asked in practice reviews that choose their panel from now on, and in no other.",
        ["deskRemovePracticePerson"] = "Taken off the list. Their name and number are gone.",
        ["deskBeginPracticeReview"] = "The practice review has begun. It stands below, and what it needs of you stands on Today.",
        ["deskRemoveAbsence"] = "Removed. Both of you are told again.",
        ["deskRenderReply"] = "Kept. The reply stays as it was written.",
        ["deskTakeWordsBack"] = "Taken back: the words leave nowhere until they are released again.",
        ["deskWriteDraft"] = "The draft is saved. It goes out once its words are released.",
        ["deskMergeDrafts"] = "Merged. The report counts it.",
        ["deskOrderDrafts"] = "The drafts are in that order now; the report numbers them in it.",
        ["deskReadBack"] = "Residents who replied are asked whether the drafts are right. Above stands when; until then you can stop it.",
        ["deskReleaseObjection"] = "The objection is released; it goes out beside the recommendations.",
        ["deskChangeDraft"] = "Changed. Other words need a release of their own.",
        ["deskDropDraft"] = "Dropped. The report says how many were.",
        ["deskReleaseDraft"] = "Released.",
        ["deskTakeDraftBack"] = "Taken back: it goes nowhere until it is released again.",
        ["deskTranslateDraft"] = "The translation is saved.",
        ["deskJudge"] = "Your word on the evidence is public.",
        ["deskTranslatePlainWords"] = "Saved. Residents who waited for it are told.",
        ["deskAnswer"] = "The answer is public.",
        ["deskInform"] = "They see it beside their date, and so does everybody.",
        ["deskAnswerLater"] = "The new date holds, and is public with its reason.",
        ["deskEvidence"] = "The evidence is public.",
        ["deskMoveCommitment"] = "The new day is public; the one before stays so.",
        ["deskBoardDecision"] = "The decision stands beside the advice, in public.",
        ["deskRevokeKey"] = "The key works no longer.",
        ["deskPutPrincipal"] = "Saved. It holds from their next request on.",
        ["deskRemovePrincipal"] = "Their rights are taken back.",
        ["deskEnableSubscription"] = "They are told again from now on.",
        ["deskEndSubscription"] = "They are told no more.",
        ["deskReplaceRules"] = "In force, for reviews that start from now on.",
        ["deskMakeCatalogueCurrent"] =
            "Current. Agencies that write a project find these elements from now on; open projects stay as they are.",
        ["deskImportInventory"] = "Imported. Agencies that write a project find it from now on.",
        ["deskImportBibliography"] = "Imported, for reviews whose texts are released from now on.",
        ["deskAddNote"] = "Added, for reviews whose texts are released from now on.",
        ["deskChangeNote"] = "Saved, for reviews whose texts are released from now on.",
        ["deskRemoveNote"] = "Removed. Texts that were released keep it.",
        ["deskMarkPaid"] = "Marked as paid.",
        ["deskExtend"] = "Residents have more time. Everybody who was asked is told the new date.",
        ["agencyWriteTexts"] = "Saved, and measured again.",
        ["agencyAnswer"] = "Your answer is public. It can be changed; each answer stays in the record.",
        ["agencyMoreTime"] = "You have more time. The reason is public, and nothing is overdue until the new date.",
        ["agencyEvidence"] = "It counts as done, in public. The board’s office looks at it.",
        ["agencyMoveCommitment"] = "The new day holds. The day before stays in the record.",
        ["agencySaveStep"] = "Saved.",
        ["agencyRemoveDraft"] = "The draft is thrown away.",
        ["agencySubmitDraft"] = "The project is submitted, and its review has started. Its dates follow as they become known.",
        ["agencyEnableSubscription"] = "Events are sent again.",
        ["agencyTestSubscription"] = "A test leaves with the next events.",
        ["agencyUnsubscribe"] = "It has ended: nothing more is sent there.",
        ["agencyWithdraw"] = "The project is taken back, and the review has ended. The reason is public.",
        ["agencyGiveContact"] = "Saved. The mailbox is told from now on.",
        ["agencyRemoveContact"] = "Removed. The mailbox is told nothing more.",
        ["deskGiveContact"] = "Saved. The mailbox is told from now on.",
        ["deskRemoveContact"] = "Removed. The mailbox is told nothing more.",
        ["deskCancel"] = "The review has ended. Everybody who was being asked is told.",
    };

    /// <summary>The sentence for what was just done; null when nothing was.</summary>
    internal static string? Of(HttpContext context) =>
        context.QueryText(Field) is { } what ? Sentences.GetValueOrDefault(what, "Saved.") : null;
}
