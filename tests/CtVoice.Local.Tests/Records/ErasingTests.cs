using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Erasing;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows.Erasing;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Records;

/// <summary>A member asks to be erased: contact stops, words are sealed, and destroyed only under an approval.</summary>
public sealed class ErasingTests
{
    private const string Words = "2 only if the shelter on Elm Street is left out";

    [Fact]
    public async Task Contact_stops_at_once_and_an_alternate_joins_an_open_review()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        var before = (await story.StateAsync()).Invitations.Count;

        var view = await story.EraseAsync(member);

        Assert.StartsWith("E-", view["erasure"]!["reference"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(view["erasure"]!["reference"]!.GetValue<string>(), view["tellMember"]!["es"]!
            .GetValue<string>(), StringComparison.Ordinal);
        var state = await story.StateAsync();
        Assert.Equal(Sealing.Because, state.InvitationOf(member)!.EndedBecause);
        Assert.Equal(before + 1, state.Invitations.Count);
        Assert.Null(await story.Service<ContactStore>().ForSendingAsync(member));
        Assert.Equal((MemberState.Left, true), ((await story.MemberAsync(member)).State, (await story.MemberAsync(member)).Erased));
        var sent = story.PurposesTo(member).Count;
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(sent, story.PurposesTo(member).Count);
        Assert.Equal([], await story.Service<ReviewStore>().VerifyAsync(story.Id));
    }

    [Fact]
    public async Task Sealed_words_are_on_no_screen_and_the_choice_still_counts()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, Words);
        Assert.Contains(Words, await story.GetAsync("coordinator", $"/api/reviews/{story.Id}/replies"), StringComparison.Ordinal);

        await story.EraseAsync(member);

        foreach (var path in new[] { "replies", "report", "ledger", "panel", "timeline", "" })
            Assert.DoesNotContain("Elm Street", await story.GetAsync("coordinator", $"/api/reviews/{story.Id}/{path}".TrimEnd('/')),
                StringComparison.Ordinal);
        Assert.Contains(ReviewStore.SealedWords, await story.GetAsync("coordinator", $"/api/reviews/{story.Id}/replies"),
            StringComparison.Ordinal);
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((2, true, false, true), (reply.Choice, reply.Sealed, reply.Quotable, reply.Counts));
        Assert.Equal(HttpStatusCode.Conflict,
            (await story.SendAsync("coordinator", $"/api/reviews/{story.Id}/replies/1/release", new JsonObject())).Status);
        Assert.Equal([], await story.Service<ReviewStore>().VerifyAsync(story.Id));
    }

    [Fact]
    public async Task Words_that_were_released_before_are_sealed_in_the_report_too()
    {
        await using var story = await ReviewStory.AskedAsync();
        foreach (var texter in await story.TextersAsync())
            await story.AnswersAsync(texter, Words);
        var member = (await story.StateAsync()).Replies[0].MemberId;
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await story.CoordinatorAsync("replies/1/release", new() { ["nobodyMeant"] = "It names a place." });
        await story.CoordinatorAsync("replies/2/release", new() { ["nobodyMeant"] = "It names a place." });
        await story.AdvanceAsync(TimeSpan.FromDays(5));
        Assert.Equal(2, (await story.StateAsync()).Recommendations.Count);

        await story.EraseAsync(member);

        var report = JsonNode.Parse(await story.GetAsync("DSS", $"/api/reviews/{story.Id}/report"))!;
        Assert.Equal([ReviewStore.SealedWords, Words], report["recommendations"]!.AsArray().Select(r => r!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_auditor_alone_reads_sealed_words_with_a_reason_that_is_recorded()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, Words);
        var path = $"/api/reviews/{story.Id}/replies/1/sealed";
        var reason = new JsonObject { ["reason"] = "Complaint 3" };
        Assert.Equal(HttpStatusCode.NotFound, (await story.SendAsync("auditor", path, reason)).Status);
        await story.EraseAsync(member);

        Assert.Equal(HttpStatusCode.Forbidden, (await story.SendAsync("coordinator", path, reason)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await story.SendAsync("auditor", path, new JsonObject { ["reason"] = " " })).Status);
        var (status, body) = await story.SendAsync("auditor", path, reason);
        Assert.Equal((HttpStatusCode.OK, Words), (status, body["words"]![0]!.GetValue<string>()));
        var (views, _) = await story.Service<TableViewLog>().ReadAsync(DateOnly.FromDateTime(story.Now.UtcDateTime));
        var view = Assert.Single(views, v => v.Screen == $"sealed/{story.Id}/1");
        Assert.Equal((member, "Complaint 3"), (Assert.Single(view.MemberIds), view.Reason));
    }

    [Fact]
    public async Task Raw_messages_are_sealed_and_nothing_leads_from_a_number_to_them()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        var phone = (await story.Service<ContactStore>().ForSendingAsync(member))!.Phone!;
        await story.SaysAsync(member, Words, providerId: Sid(1));
        await story.SaysAsync(member, "HELP", providerId: Sid(2));
        var inbox = story.Service<InboundStore>();
        var ids = await inbox.SentByAsync(Channel.Sms, phone);
        Assert.Equal(2, ids.Count);

        await story.EraseAsync(member);

        Assert.Empty(await inbox.SentByAsync(Channel.Sms, phone));
        foreach (var id in ids)
        {
            var stored = (await inbox.ReadAsync(id))!;
            Assert.Equal(("", ReviewStore.SealedWords), (stored.Message.From, stored.Message.Text));
        }
        Assert.Empty(await story.Service<ContactStore>().MembersOnPhoneAsync(phone));
        Assert.Null(await story.Service<Core.Conversations.Sending.PhoneQueue>().LastAsync(phone));
    }

    [Fact]
    public async Task What_is_kept_by_member_goes_too()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        var codes = story.Service<Core.Conversations.Links.MemberCodes>();
        await codes.SetAsync(member, "4711");
        Assert.True(await codes.HasAsync(member));

        await story.EraseAsync(member);

        Assert.False(await codes.HasAsync(member));
        Assert.Equal(0, await story.Service<Core.Conversations.Links.MemberLinks>().RevokeAsync(member));
    }

    [Fact]
    public async Task Disposal_destroys_words_and_salts_and_verification_accepts_that_alone()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, Words, providerId: Sid(1));
        var dispose = new JsonObject { ["authority"] = "RC-108 2027-014" };
        Assert.Equal(HttpStatusCode.Conflict, (await story.SendAsync("coordinator", $"/api/members/{member}/dispose", dispose)).Status);
        await story.EraseAsync(member);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await story.SendAsync("coordinator", $"/api/members/{member}/dispose", new JsonObject { ["authority"] = "" })).Status);

        var (status, view) = await story.SendAsync("coordinator", $"/api/members/{member}/dispose", dispose);

        Assert.Equal((HttpStatusCode.OK, "RC-108 2027-014"), (status, view["erasure"]!["authority"]!.GetValue<string>()));
        var partition = $"review|{story.Id}";
        var records = story.Service<TableSet>().Records;
        Assert.Null(await records.GetAsync(partition, "content|reply|1|1"));
        Assert.Equal("",
            (await story.Service<InboundStore>()
                .ReadAsync("sms|" + Sid(1)))!.Message.Text.Replace(ReviewStore.SealedWords, "", StringComparison.Ordinal));
        Assert.Equal("", (await story.Service<TableSet>().Contacts.GetAsync("in|sms|" + Sid(1), "marker"))!.LongTextOrNull());
        var entry = Assert.Single(await story.LedgerAsync("texts-disposed"));
        Assert.Equal("RC-108 2027-014", entry.Fact("authority"));
        Assert.Equal([], await story.Service<ReviewStore>().VerifyAsync(story.Id));
        // A text that went another way is still found.
        await records.SubmitAsync(partition,
            [new TableOperation.Delete((await records.QueryAsync(TableQuery.StartingWith(partition, "content|"))).Rows[0].Key)]);
        Assert.NotEmpty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task A_hold_forbids_disposal_until_it_is_lifted(bool ofReview, bool ofMember)
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, Words);
        Assert.Single((await story.StateAsync()).Replies);
        await story.EraseAsync(member);
        var wish = new JsonObject { ["kind"] = "foia", ["reason"] = "Request 118" };
        if (ofReview)
            wish["reviewId"] = story.Id;
        if (ofMember)
            wish["memberId"] = member;
        var (set, hold) = await story.SendAsync("coordinator", "/api/holds", wish);
        Assert.Equal(HttpStatusCode.Created, set);
        var dispose = new JsonObject { ["authority"] = "RC-108 2027-014" };

        var (status, problem) = await story.SendAsync("coordinator", $"/api/members/{member}/dispose", dispose);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(hold["id"]!.GetValue<string>(), problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(await story.LedgerAsync("texts-disposed"));

        Assert.Equal(HttpStatusCode.OK,
            (await story.SendAsync("coordinator", $"/api/holds/{hold["id"]}/lift", new JsonObject { ["reason"] = "Answered" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await story.SendAsync("coordinator", $"/api/members/{member}/dispose", dispose)).Status);
        Assert.Single(await story.LedgerAsync("texts-disposed"));
    }

    [Fact]
    public async Task A_hold_on_another_review_or_member_forbids_nothing()
    {
        var hold = new Hold("1", HoldKind.Audit, "x", "k", DateTimeOffset.UnixEpoch, "r-1", "m-1");
        Assert.True(hold.Covers("r-1", "m-1"));
        Assert.False(hold.Covers("r-2", "m-1"));
        Assert.False(hold.Covers("r-1", "m-2"));
        Assert.False((hold with { Lifted = new(DateTimeOffset.UnixEpoch, "k", "done") }).Covers("r-1", "m-1"));
        await using var story = await ReviewStory.AskedAsync();
        Assert.Equal(HttpStatusCode.BadRequest,
            (await story.SendAsync("coordinator", "/api/holds", new JsonObject
            { ["kind"] = "audit", ["reason"] = "x", ["reviewId"] = "r-none" })).Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await story.SendAsync("coordinator", "/api/holds/none/lift", new JsonObject { ["reason"] = "x" })).Status);
    }

    [Fact]
    public async Task Nobody_comes_back_by_an_edit_a_file_or_a_reply()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        var phone = (await story.Service<ContactStore>().ForSendingAsync(member))!.Phone!;
        var row = (await story.MemberAsync(member)) with { State = MemberState.Active };
        await story.EraseAsync(member);
        var erased = await story.MemberAsync(member);

        await story.ChangeAsync(member, _ => row);
        Assert.Equal(erased.ToString(), (await story.MemberAsync(member)).ToString());
        using var csv = Local.Host.SampleFiles.Open("board/board.csv");
        var report = await story.Service<BoardImport>().RunAsync(csv, dryRun: false);
        Assert.Contains(member, report.Unchanged);
        Assert.Null(await story.Service<ContactStore>().ForSendingAsync(member));
        await story.Service<Receive>().ReceiveAsync(new(Channel.Sms, "SMback", phone, "board", null, "1", story.Now));
        Assert.Equal(InboundPlace.Unmatched, (await story.Service<InboundStore>().ReadAsync("sms|SMback"))!.Outcome!.Place);
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Fact]
    public async Task Asking_twice_is_asking_once_and_what_was_cut_off_is_finished()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, Words);
        // What a crash leaves right after the request was noted.
        await story.Service<ErasureStore>().AddAsync(new(member, "E-CUTOFF", story.Now, "k-1", HowTold.InPerson));
        await story.Service<DueRows>().AddAsync(new(ErasingMembers.DueKind, member), story.Now);
        await story.SettleAsync();

        Assert.Null(await story.Service<ContactStore>().ForSendingAsync(member));
        Assert.True(Assert.Single((await story.StateAsync()).Replies).Sealed);
        var entries = (await story.LedgerAsync()).Count;
        Assert.Equal("E-CUTOFF", (await story.EraseAsync(member))["erasure"]!["reference"]!.GetValue<string>());
        Assert.Equal(entries, (await story.LedgerAsync()).Count);
    }

    [Fact]
    public async Task Who_shares_a_phone_keeps_it_and_their_messages()
    {
        await using var story = await ReviewStory.AskedAsync();
        var texters = await story.TextersAsync();
        var contacts = story.Service<ContactStore>();
        var phone = (await contacts.ForSendingAsync(texters[0]))!.Phone!;
        var other = (await story.Service<BoardStore>().MembersAsync())
            .First(m => m.State == MemberState.Active && (story.StateAsync().Result.InvitationOf(m.Id) is null)).Id;
        await story.Service<ChangingContacts>().PutAsync((await contacts.ForSendingAsync(other))! with { Phone = phone });
        Assert.NotNull((await story.MemberAsync(other)).SharedNumberKey);
        await story.SaysAsync(texters[0], Words, providerId: Sid(3));
        await story.SaysAsync(texters[0], "HELP", providerId: Sid(4));

        await story.EraseAsync(texters[0]);

        Assert.Equal([other], await contacts.MembersOnPhoneAsync(phone));
        Assert.Null((await story.MemberAsync(other)).SharedNumberKey);
        var inbox = story.Service<InboundStore>();
        Assert.Equal(ReviewStore.SealedWords, (await inbox.ReadAsync("sms|" + Sid(3)))!.Message.Text);
        Assert.Equal("HELP", (await inbox.ReadAsync("sms|" + Sid(4)))!.Message.Text);
    }
}
