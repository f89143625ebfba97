using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.OnCall;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Subscriptions;
using CtVoice.Web;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.OpenApi;

/// <summary>
/// Every example of the API's description, sent to a running host when it makes sense. A new operation is one more line in
/// the story, at the point where its example can be true.
/// </summary>
public sealed class DocumentedExamplesTests
{
    private static readonly JsonNode Document = JsonNode.Parse(typeof(AllRoutes).Assembly.GetManifestResourceStream("openapi.json")!)!;

    // What providers send is signed: the tests of webhooks send it.
    private static readonly HashSet<string> ByProviders =
        ["receiveText", "receiveTextStatus", "receiveEmail", "receiveEmailBySecret", "receiveEmailEvents", "allowEmailEvents",
            "unsubscribe"];

    [Fact]
    public async Task Every_example_is_accepted_and_answered_as_documented()
    {
        await using var story =
            await ReviewStory.BeginAsync(change: services => services.AddSingleton<IEventSender, DeafSubscriber>(), stoppable: true);
        using var api = new DocumentedClient(story, Document);
        await ReferenceAsync(api, story);
        await KeysAsync(api, story);
        await SubscriptionsAsync(api);
        await MailboxesAsync(api);
        await BoardAsync(api);
        await OfficeAsync(api, story);
        await ReviewAsync(api, story);
        await OtherReviewsAsync(api, story);

        Assert.Equal([], DocumentedClient.Operations(Document).Keys.Except(api.Done).Except(ByProviders));
    }

    private static async Task ReferenceAsync(DocumentedClient api, ReviewStory story)
    {
        await api.DoAsync("health", null);
        foreach (var kind in new[] { "Policy", "Baselines", "Rel", "Profiles", "Dppeia", "Meetings", "Initiatives" })
        {
            await api.DoAsync("read" + kind, null);
            await api.DoAsync("replace" + kind, "coordinator");
        }
        await api.DoAsync("listMeetings", null);
        await api.DoAsync("meetingCalendar", null);
        await api.DoAsync("readMeetingPacket", "auditor", "day=2027-01-22");
        await api.DoAsync("putContextNote", "coordinator", "note=census-2020-hispanic");
        await api.DoAsync("importAiInventory", "coordinator", "?file=ai", await FileAsync("ai/small-ai-inventory.csv"));
        await api.DoAsync("searchAiInventory", "DSS", "?search=job");
        await api.DoAsync("importBibliography", "coordinator", "", await FileAsync("bibliography/connecticut.csv"));
        await api.DoAsync("listBibliography", null);
        await api.DoAsync("listContextNotes", "auditor");
        await api.DoAsync("removeContextNote", "coordinator", "note=census-2020-hispanic");
        var versions = await api.DoAsync("listCatalogueVersions", "DSS");
        await api.DoAsync("searchCatalogue", "DSS", "?search=wage");
        await api.DoAsync("compareCatalogues", "DSS", $"?from={versions![0]!["version"]}");
        api.Here["p20win-data-dictionary-1f0c9a2b"] =
            (await api.DoAsync("importCatalogue", "coordinator", "?name=again",
                await FileAsync("catalogue/small-catalogue.csv")))!["version"]!.GetValue<string>();
        await api.DoAsync("makeCatalogueCurrent", "coordinator", $"version={versions[0]!["version"]}");
        await api.DoAsync("readReadyQuestions", null);
        await api.DoAsync("importInventory", "coordinator", "?name=assets", await FileAsync("inventory/small-inventory.csv"));
        await api.DoAsync("searchInventory", "DSS", "?search=snap");
        await api.DoAsync("readInventoryHeadings", "coordinator", "", await FileAsync("inventory/small-inventory.csv"));
        await api.DoAsync("listUnreviewedAssets", "DSS");
    }

    private static async Task KeysAsync(DocumentedClient api, ReviewStory story)
    {
        const string Principal = "tenant=6f9619ff-8b86-d011-b42d-00cf4fc964ff principal=1b4e28ba-2fa1-11d2-883f-0016d3cca427";
        var made = (await api.DoAsync("createKey", "coordinator"))!["key"]!["id"];
        await api.DoAsync("rotateKey", "coordinator", $"id={made}");
        await api.DoAsync("revokeKey", "coordinator", $"id={made}");
        await api.DoAsync("listKeys", "auditor");
        await api.DoAsync("listKeyActions", "auditor");
        await story.Service<PageSessions>().SignInAsync(new DefaultHttpContext(), new(Role.Agency, "DSS", made!.GetValue<string>()));
        var session = (await api.DoAsync("listSessions", "auditor"))![0]!["id"];
        await api.DoAsync("endSession", "coordinator", $"session={session}");
        await api.DoAsync("putPrincipal", "coordinator", Principal);
        await api.DoAsync("listPrincipals", "auditor");
        await api.DoAsync("removePrincipal", "coordinator", Principal);
        foreach (var open in new[] { "listAgencies", "countDays", "listHolidays" })
            await api.DoAsync(open, null);
    }

    private static async Task SubscriptionsAsync(DocumentedClient api)
    {
        var id = (await api.DoAsync("subscribe", "DSS"))!["subscription"]!["id"];
        await api.DoAsync("listSubscriptions", "auditor");
        foreach (var done in new[]
            { "rotateSubscriptionSecret", "testSubscription", "listDeliveries", "replayEvents", "enableSubscription", "unsubscribeEvents" })
            await api.DoAsync(done, "DSS", $"id={id}");
    }

    private static async Task MailboxesAsync(DocumentedClient api)
    {
        var id = (await api.DoAsync("putAgencyContact", "DSS", "id=DSS"))!["id"];
        await api.DoAsync("listAgencyContacts", "coordinator", "id=DSS");
        await api.DoAsync("removeAgencyContact", "DSS", $"id=DSS contact={id}");
    }

    private static async Task BoardAsync(DocumentedClient api)
    {
        await api.DoAsync("importBoard", "coordinator", "?dryRun=true", await FileAsync("board/board.csv"));
        await api.DoAsync("listMembers", "coordinator");
        await api.DoAsync("addMember", "coordinator");
        await api.DoAsync("readMember", "coordinator", "id=m-25");
        await api.DoAsync("changeMember", "coordinator", "id=m-25", ifMatch: true);
        await api.DoAsync("setAvailability", "coordinator", "id=m-25", ifMatch: true);
        await api.DoAsync("renewTerm", "coordinator", "id=m-25", ifMatch: true);
        await api.DoAsync("setPay", "coordinator", "id=m-25", ifMatch: true);
        await api.DoAsync("recordConsent", "coordinator", "id=m-25");
        await api.DoAsync("setContact", "coordinator", "id=m-25");
        await api.DoAsync("readContact", "coordinator", "id=m-25");
        await api.DoAsync("listEndingTerms", "coordinator");
        await api.DoAsync("listVacancies", "coordinator");
        await api.DoAsync("listVacanciesFile", "coordinator");
        await api.DoAsync("readBoardYearOfOffice", "coordinator");
        await api.DoAsync("listNewMembers", "coordinator");
        var round = (await api.DoAsync("welcomeMembers", "coordinator"))!["id"];
        await api.DoAsync("listWelcomes", "coordinator");
        await api.DoAsync("readWelcomes", "coordinator", $"round={round}");
        await api.DoAsync("stopWelcomes", "coordinator", $"round={round}");
        await api.DoAsync("welcomeMember", "coordinator", "id=m-25");
        await api.DoAsync("readConsent", "auditor", "id=m-25");
        await api.DoAsync("checkLetter", "coordinator");
        var letter = (await api.DoAsync("writeLetter", "coordinator"))!["id"];
        await api.DoAsync("listLetters", "coordinator");
        await api.DoAsync("readLetter", "coordinator", $"letter={letter}");
        await api.DoAsync("stopLetter", "coordinator", $"letter={letter}");
        await api.DoAsync("listSilentMembers", "coordinator");
        await api.DoAsync("listViews", "auditor");
        await api.DoAsync("summariseViews", "auditor");
    }

    private static async Task<string> WantsLetterAsync(ReviewStory story, string caller)
    {
        var member = (await story.StateAsync()).Invitations
            .First(i => i.MemberId != caller && i is { Stands: true, SentAt: not null }).MemberId;
        var contact = (await story.Service<ContactStore>().ForSendingAsync(member))!;
        _ = await story.Service<ContactStore>().PutAsync(contact with { Post = "12 Example Street\nHartford, CT 06101" }, contact);
        _ = await story.Service<ReviewCommands>().DecideAsync(
            story.Id, (review, at) => PhoneCalls.Want(review, member, MessagePurpose.After(3), at, byLetter: true));
        return member;
    }

    /// <summary>Who stands in for whom, and who is told of danger.</summary>
    private static async Task OfficeAsync(DocumentedClient api, ReviewStory story)
    {
        await api.DoAsync("addClosingDay", "coordinator");
        await api.DoAsync("listClosingDays", "coordinator");
        await api.DoAsync("showClosingDayEffect", "coordinator", "day=2027-11-26");
        await api.DoAsync("removeClosingDay", "coordinator", "day=2027-11-26");
        await api.DoAsync("putAbsence", "coordinator");
        await api.DoAsync("listAbsences", "coordinator");
        await api.DoAsync("removeAbsence", "coordinator", "person=coordinator");
        await api.DoAsync("answerPrecondition", "coordinator", "point=danger-lists");
        await api.DoAsync("readPrecondition", "auditor", "point=danger-lists");
        await api.DoAsync("readBeforeRealPeople", "auditor");
        var practising = (await api.DoAsync("addPracticePerson", "coordinator"))!["id"];
        await api.DoAsync("listPracticePeople", "coordinator");
        await api.DoAsync("beginPracticeReview", "coordinator");
        await api.DoAsync("removePracticePerson", "coordinator", $"id={practising}");
        var crew = new OnCallCrew(story);
        crew.Ids.Add((await api.DoAsync("addOnCallPerson", "coordinator"))!["id"]!.GetValue<string>());
        await api.DoAsync("changeOnCallPerson", "coordinator", $"id={crew.Ids[0]}");
        await api.DoAsync("inviteOnCallPerson", "coordinator", $"id={crew.Ids[0]}");
        await crew.AgreeAsync(0);
        await api.DoAsync("approveOnCall", "coordinator");
        await api.DoAsync("readOnCall", "coordinator");
        await api.DoAsync("stopOnCall", "coordinator");
        await api.DoAsync("removeOnCallPerson", "coordinator", $"id={crew.Ids[0]}");
    }

    /// <summary>From the example of a project to the answer to its first recommendation.</summary>
    private static async Task ReviewAsync(DocumentedClient api, ReviewStory story)
    {
        // Somebody who is reached by phone only, whom the stories otherwise leave out.
        foreach (var paused in (await story.Service<BoardStore>().MembersAsync()).Where(m => m.State is MemberState.Paused))
            await story.ChangeAsync(paused.Id, m => m with { State = MemberState.Active });
        var caller = (await story.Service<BoardStore>().MembersAsync())
            .First(m => m.UsableChannels.FirstOrDefault() is Channel.PhoneDictated).Id;
        await DraftAsync(api);
        await api.DoAsync("checkProject", "DSS");
        await api.DoAsync("checkReport", "DSS");
        story.Follow((await api.DoAsync("submitProject", "DSS"))!["id"]!.GetValue<string>());
        foreach (var read in new[]
            { "listReviews", "readReview", "readTimeline", "readAssessment", "readChanges", "readTexts", "readProject", "readExhibitA" })
            await api.DoAsync(read, "DSS");
        foreach (var open in new[]
            { "readPublicAssessment", "listRegister", "registerTable", "registerFeed", "readLandscape", "landscapeTable",
                "listAnsweringAgencies", "agenciesTable", "readBoardYear", "boardYearTable", "listNotices", "noticesFeed", "readRegistered",
                "registeredFeed" })
            await api.DoAsync(open, null);
        foreach (var cell in new[] { "readLandscapeCell", "landscapeCellTable" })
            await api.DoAsync(cell, null, "agency=DSS population=benefits");
        api.Here["m-07"] = caller;
        await api.DoAsync("overridePanel", "coordinator");
        await api.DoAsync("readPanel", "auditor");
        await api.DoAsync("writeTexts", "coordinator", "language=en");
        await api.DoAsync("releaseTexts", "coordinator", "language=en");
        foreach (var language in ReleasingTexts.Missing(await story.StateAsync()))
            await TranslateAsync(story, language);
        await story.ReleaseTextsAsync();
        await api.DoAsync("stopSending", "coordinator", "what=asking");
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));

        // A letter to somebody who takes calls only is said by a person.
        var said = await story.Service<Core.Letters.LetterBox>().WriteAsync(null, [new(caller, "en")], [new("en", "We are sorry.")], "k-1");
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        api.Here["m-01"] = caller;
        await api.DoAsync("noteLetterCall", "coordinator", $"letter={said.Id}");

        api.Here["m-18"] = await WantsLetterAsync(story, caller);
        await api.DoAsync("listPaperLetters", "coordinator");
        await api.DoAsync("makePaperLetter", "coordinator");
        await api.DoAsync("notePosted", "coordinator");
        api.Here["m-18"] = caller;
        await api.DoAsync("listCalls", "coordinator");
        await api.DoAsync("noteCall", "coordinator");
        await api.DoAsync("dictateReply", "coordinator");
        await api.DoAsync("extendWindow", "coordinator");
        foreach (var member in (await story.StateAsync()).Invitations.Where(i => i.Channel is not null).Select(i => i.MemberId))
            await story.SaysAsync(member, "2 only if names are removed");
        await api.DoAsync("revokeLinks", "coordinator", $"id={(await story.TextersAsync())[0]}");
        await story.Service<Receive>().ReceiveAsync(new(Channel.Sms, "SMstray1", "+12035550999", "board", null, "2 no names", story.Now));
        await story.Service<Receive>().ReceiveAsync(new(Channel.Sms, "SMstray2", "+12035550999", "board", null, "Buy now", story.Now));
        await api.DoAsync("readHoldingPen", "coordinator");
        await api.DoAsync("readPennedMessage", "coordinator", "id=sms|SMstray1");
        api.Here["m-01"] = (await story.TextersAsync())[0];
        await api.DoAsync("movePennedMessage", "coordinator", "id=sms|SMstray1");
        await api.DoAsync("dismissPennedMessage", "coordinator", "id=sms|SMstray2");

        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await api.DoAsync("listTodo", "coordinator");
        var (matter, _) = await story.Service<Matters>().RaiseAsync(TodoKinds.Acute, "sms|SMstray1", story.Now);
        await api.DoAsync("readMatter", "coordinator", $"id={matter.Id}");
        await api.DoAsync("closeMatter", "coordinator", $"id={matter.Id}");
        await api.DoAsync("readReplies", "coordinator");
        await api.DoAsync("renderReply", "coordinator", "number=1");
        await api.DoAsync("releaseWords", "coordinator", "number=1");
        await DraftsAsync(api);
        await story.AdvanceAsync(TimeSpan.FromDays(7));
        await api.DoAsync("readReport", "DSS");
        await api.DoAsync("readPublicReport", null);
        await AnswerAsync(api, story);
        await api.DoAsync("readLedger", "auditor");
        api.Year = story.Now.Year;
        var owed = (await api.DoAsync("listPayments", "auditor"))!["payments"]![0]!;
        api.Here["r-acdefghjkm|m-07|1"] = owed["id"]!.GetValue<string>();
        await api.DoAsync("markPaid", "coordinator");
        await api.DoAsync("paymentTable", "auditor");
        await RecordsAsync(api, story);
    }

    /// <summary>A project that is still being written.</summary>
    private static async Task DraftAsync(DocumentedClient api)
    {
        var id = (await api.DoAsync("startProjectDraft", "DSS"))!["id"];
        await api.DoAsync("listProjectDrafts", "DSS");
        await api.DoAsync("readProjectDraft", "DSS", $"id={id}");
        await api.DoAsync("saveProjectDraft", "DSS", $"id={id}", ifMatch: true);
        await api.DoAsync("removeProjectDraft", "DSS", $"id={id}");
        await api.DoAsync("startDraftFromExhibitA", "DSS");
    }

    /// <summary>Two drafts become one, which is released, translated and read back; another is dropped.</summary>
    private static async Task DraftsAsync(DocumentedClient api)
    {
        await api.DoAsync("writeDraft", "coordinator");
        await api.DoAsync("changeDraft", "coordinator", "draft=1", ifMatch: true);
        await api.DoAsync("writeDraft", "coordinator");
        await api.DoAsync("readDrafts", "coordinator");
        await api.DoAsync("orderDrafts", "coordinator", ifMatch: true);
        await api.DoAsync("mergeDrafts", "coordinator", ifMatch: true);
        await api.DoAsync("releaseText", "coordinator", "text=draft-3", ifMatch: true);
        await api.DoAsync("translateDraft", "coordinator", "draft=3 language=es", ifMatch: true);
        await api.DoAsync("writeDraft", "coordinator");
        await api.DoAsync("dropDraft", "coordinator", "draft=4", ifMatch: true);
        await api.DoAsync("releaseText", "coordinator", "text=reply-2");
        await api.DoAsync("takeReleaseBack", "coordinator", "text=reply-2");
        await api.DoAsync("withholdWords", "coordinator", "text=reply-2");
        await api.DoAsync("readPreview", "coordinator");
        await api.DoAsync("readDraftsBack", "coordinator");
        await api.DoAsync("stopSending", "coordinator", "what=read-back");
        await api.DoAsync("resumeSending", "coordinator", "what=read-back");
        await api.DoAsync("dictateFollowUp", "coordinator");
    }

    /// <summary>The recommendation of that draft is answered, moved, delivered and found wanting.</summary>
    private static async Task AnswerAsync(DocumentedClient api, ReviewStory story)
    {
        await api.DoAsync("extendAnswer", "DSS", "number=1");
        await story.PostAsync("DSS", "recommendations/1/answer", new()
        {
            ["kind"] = "needs-information",
            ["reason"] = "How many agencies share these data?",
            ["plainWords"] = new JsonObject { ["en"] = "We must know more first." },
            ["dueOn"] = "2027-06-01",
        });
        await api.DoAsync("giveInformation", "coordinator", "number=1");
        await api.DoAsync("answerRecommendation", "DSS", "number=1");
        await api.DoAsync("listPlainWords", "coordinator");
        await api.DoAsync("translatePlainWords", "coordinator", "number=1 language=es");
        await api.DoAsync("moveCommitment", "DSS", "number=1");
        await api.DoAsync("giveEvidence", "DSS", "number=1");
        await api.DoAsync("judgeEvidence", "coordinator", "number=1");
        // The project of the example sees no risk; another one does.
        var answered = story.Id;
        await story.SubmitAsync(key: "guardrails");
        await api.DoAsync("listGuardrails", "DSS");
        await api.DoAsync("moveGuardrail", "DSS", "number=1");
        await api.DoAsync("showGuardrail", "DSS", "number=1");
        await api.DoAsync("judgeGuardrail", "coordinator", "number=1");
        story.Follow(answered);
        await api.DoAsync("recordGoverningBoardDecision", "coordinator");
    }

    /// <summary>What is kept for years: checkpoints, the record for a request, and what is left of a member who
    /// asks to be erased.</summary>
    private static async Task RecordsAsync(DocumentedClient api, ReviewStory story)
    {
        await api.DoAsync("listUnlistedElements", "auditor");
        await api.DoAsync("listCheckpoints", null);
        await api.DoAsync("readCheckpoint", null, "number=latest");
        await api.DoAsync("exportForFoia", "auditor");
        var member = (await story.StateAsync()).Replies.First(r => r.Number == 2).MemberId;
        await api.DoAsync("readErasure", "auditor", $"id={member}");
        await api.DoAsync("eraseMember", "coordinator", $"id={member}");
        await api.DoAsync("readSealedReply", "auditor", "number=2");
        var hold = await api.DoAsync("setHold", "coordinator");
        await api.DoAsync("listHolds", "auditor");
        await api.DoAsync("liftHold", "coordinator", $"id={hold!["id"]}");
        await api.DoAsync("recordElsewhere", "coordinator", $"id={member}");
        await api.DoAsync("listErasures", "auditor");
        await api.DoAsync("disposeOfTexts", "coordinator", $"id={member}");
    }

    /// <summary>What only other kinds of projects need.</summary>
    private static async Task OtherReviewsAsync(DocumentedClient api, ReviewStory story)
    {
        var reported = story.Id;
        await story.SubmitAsync("unknown-counts", key: "undecided");
        await api.DoAsync("decideNeed", "coordinator");
        await api.DoAsync("cancelReview", "coordinator");
        await story.SubmitAsync("expedited-cold-weather", key: "expedited", change: p =>
            p["adviceBy"] = DateOnly.FromDateTime(story.Now.UtcDateTime).AddDays(12).ToString("yyyy-MM-dd", null));
        await api.DoAsync("decideExpedite", "coordinator");
        await story.SubmitAsync(key: "continued", change: p => (p["kind"], p["earlierProject"]) = ("continuation", reported));
        await api.DoAsync("carryOver", "coordinator");
        await story.SubmitAsync(key: "mistaken");
        await api.DoAsync("withdrawProject", "DSS");
        await api.DoAsync("readReviewPolicy", null);
        await api.DoAsync("replaceReviewPolicy", "coordinator", ifMatch: true);
        await api.DoAsync("listPolicies", "auditor");
    }

    /// <summary>The example of a text is English; whatever else the panel reads is written here.</summary>
    private static async Task TranslateAsync(ReviewStory story, string language) => await story.Service<ReviewCommands>().DecideAsync(
        story.Id, (review, now) => WritingTexts.Write(
            review, language, new("Es para ver si la ayuda va bien.", [new("¿Le va bien que se haga?", [])], "Ana Silva", "Rosa Ortiz"),
            Actor.Coordinator("k-1"), now));

    private static async Task<StringContent> FileAsync(string sample) =>
        new(await File.ReadAllTextAsync(Samples.Path(sample.Split('/'))), Encoding.UTF8, "text/csv");
}
