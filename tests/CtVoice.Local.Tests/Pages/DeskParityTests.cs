using System.Net;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Local.Tests.Pages;

/// <summary>What the coordinator can do by a program can be done on a page; what cannot yet is listed with the reason.</summary>
public sealed class DeskParityTests
{
    /// <summary>Each act of the coordinator that programs have, and the form that does it.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["decideNeed"] = "deskNeed",
        ["decideExpedite"] = "deskExpedite",
        ["carryOver"] = "deskCarryOver",
        ["overridePanel"] = "deskOverridePanel",
        ["noteCall"] = "deskCalled",
        ["dictateReply"] = "deskDictateReply",
        ["dictateFollowUp"] = "deskDictateFollowUp",
        ["writeTexts"] = "deskWriteTexts",
        ["releaseTexts"] = "deskReleaseTexts",
        ["releaseWords"] = "deskDecideWords",
        ["releaseText"] = "deskReleaseDraft",
        ["withholdWords"] = "deskDecideWords",
        ["takeReleaseBack"] = "deskTakeWordsBack",
        ["writeDraft"] = "deskWriteDraft",
        ["changeDraft"] = "deskChangeDraft",
        ["dropDraft"] = "deskDropDraft",
        ["mergeDrafts"] = "deskMergeDrafts",
        ["orderDrafts"] = "deskOrderDrafts",
        ["translateDraft"] = "deskTranslateDraft",
        ["readDraftsBack"] = "deskReadBack",
        ["answerRecommendation"] = "deskAnswer",
        ["extendAnswer"] = "deskAnswerLater",
        ["giveEvidence"] = "deskEvidence",
        ["judgeEvidence"] = "deskJudge",
        ["moveCommitment"] = "deskMoveCommitment",
        ["translatePlainWords"] = "deskTranslatePlainWords",
        ["recordGoverningBoardDecision"] = "deskBoardDecision",
        ["extendWindow"] = "deskExtend",
        ["cancelReview"] = "deskCancel",
        ["closeMatter"] = "matterDone",
        ["addMember"] = "deskAddMember",
        ["changeMember"] = "deskChangeMember",
        ["setAvailability"] = "deskAvailability",
        ["recordConsent"] = "deskConsent",
        ["setContact"] = "deskSaveContact",
        ["welcomeMember"] = "deskWelcome",
        ["importBoard"] = "deskImportBoardNow",
        ["revokeLinks"] = "deskRevokeLinks",
        ["eraseMember"] = "deskErase",
        ["disposeOfTexts"] = "deskDispose",
        ["setHold"] = "deskSetHold",
        ["liftHold"] = "deskLiftHold",
        ["movePennedMessage"] = "deskPlace",
        ["dismissPennedMessage"] = "deskDismiss",
        ["setPay"] = "deskPay",
    };

    /// <summary>What has no page yet.</summary>
    private static readonly Dictionary<string, string> Missing = new(StringComparer.Ordinal)
    {
        ["checkProject"] = "an agency's page: a new project in steps",
        ["submitProject"] = "an agency's page: a new project in steps",
        ["importCatalogue"] = "its page is being built: settings",
        ["replacePolicy"] = "its page is being built: settings",
        ["replaceBaselines"] = "its page is being built: settings",
        ["replaceRel"] = "its page is being built: settings",
        ["replaceProfiles"] = "its page is being built: settings",
        ["replaceDppeia"] = "its page is being built: settings",
        ["putContextNote"] = "its page is being built: settings",
        ["removeContextNote"] = "its page is being built: settings",
        ["importInventory"] = "its page is being built: settings",
        ["createKey"] = "its page is being built: settings",
        ["rotateKey"] = "its page is being built: settings",
        ["revokeKey"] = "its page is being built: settings",
        ["putPrincipal"] = "its page is being built: settings",
        ["removePrincipal"] = "its page is being built: settings",
        ["replaceReviewPolicy"] = "its page is being built: settings",
        ["unsubscribeEvents"] = "its page is being built: settings",
        ["enableSubscription"] = "its page is being built: settings",
        ["markPaid"] = "its page is being built: settings",
    };

    [Fact]
    public async Task Every_act_of_the_coordinator_on_a_review_has_a_form_or_a_reason_why_not()
    {
        await using var story = await ReviewStory.BeginAsync();
        var operations = Operation.All(story.Service<EndpointDataSource>());
        var acts = operations.Where(o => !o.ForPeople && o.Method != HttpMethods.Get && o.Access.Kind is AccessKind.Key && o.Access.Roles.Contains(Role.Coordinator)).Select(o => o.Name).ToList();
        var pages = operations.Where(o => o is { ForPeople: true, Method: "POST" }).Select(o => o.Name).ToList();

        var unheard = acts.Except(Forms.Keys.Concat(Missing.Keys), StringComparer.Ordinal).ToList();
        Assert.True(unheard.Count == 0, "Give these a form, or list them with a reason: " + string.Join(", ", unheard));
        Assert.Empty(Missing.Keys.Except(acts, StringComparer.Ordinal));
        Assert.Empty(Forms.Keys.Except(acts, StringComparer.Ordinal));
        Assert.Empty(Forms.Values.Except(pages, StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_form_of_the_desk_acts_without_the_token_of_its_session_and_none_by_get()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        var before = (await story.LedgerAsync()).Count;
        foreach (var form in Desk(story).Where(r => r.Method == HttpMethods.Post))
        {
            var path = "/" + form.Template.Replace("{id}", story.Id, StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal)
                .Replace("{draft}", "1", StringComparison.Ordinal).Replace("{language}", "en", StringComparison.Ordinal);
            await browser.PostAsync(path, ("reason", "forged"), ("required", "true"));
            Assert.True(browser.Status == HttpStatusCode.Forbidden, $"{path}: {browser.Status}");
            await browser.OpenAsync(path);
            Assert.True(browser.Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{path}: {browser.Status}");
        }
        Assert.Equal(before, (await story.LedgerAsync()).Count);
    }

    [Fact]
    public async Task Pages_of_the_desk_are_for_coordinator_and_deputy_alone()
    {
        await using var story = await ReviewStory.AskedAsync();
        foreach (var who in new[] { "auditor", "DSS" })
        {
            using var browser = await StaffBrowser.SignInAsync(story, who);
            foreach (var page in new[] { "/desk", "/desk/reviews", $"/desk/reviews/{story.Id}", $"/desk/reviews/{story.Id}/replies" })
            {
                await browser.OpenAsync(page);
                Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
                Assert.DoesNotContain("resident-", browser.Html, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<Operation> Desk(ReviewStory story) =>
        Operation.All(story.Service<EndpointDataSource>()).Where(o => o.ForPeople && o.Template.StartsWith("desk/", StringComparison.Ordinal));
}
