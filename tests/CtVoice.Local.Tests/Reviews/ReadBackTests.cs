using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Webhooks;
using static CtVoice.Local.Tests.Reviews.ReviewStory;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>Drafts are read back to those who replied, and what they object to is never merged away.</summary>
public sealed class ReadBackTests
{
    private const string Draft = "Take out names before anything is shared.";

    [Fact]
    public async Task Those_who_replied_get_the_draft_once_when_the_coordinator_is_ready()
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        using var editor = new Editor(story);
        await editor.WriteAsync(Draft, 1);
        Assert.DoesNotContain("read-back", story.PurposesTo("m-09"));

        await Editor.Done(editor.PostAsync("drafts/read-back"));
        await story.AdvanceAsync(TimeSpan.FromHours(20));

        Assert.Equal(1, story.PurposesTo("m-09").Count(p => p == "read-back"));
        Assert.Equal(1, story.PurposesTo("m-19").Count(p => p == "read-back"));
        var text = (await story.SentToAsync("m-09"))[^1].Text;
        Assert.Contains($"A) {Draft}", text, StringComparison.Ordinal);
        Assert.Contains("Reply 1 right; 2 not right", text, StringComparison.Ordinal);
        Assert.Matches("Or go to http://localhost[:0-9]*/r/[A-Za-z0-9]{17} STOP", text);
        Assert.Equal(2, (await story.LedgerAsync("draft-read-back")).Count);
    }

    [Fact]
    public async Task At_half_of_the_preview_released_drafts_are_read_back_by_themselves_and_others_are_not_shown()
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        using var editor = new Editor(story);
        await editor.WriteAsync(Draft, 1);
        await Editor.Done(
            editor.PostAsync("drafts", new() { ["text"] = "Nobody released this.", ["from"] = Editor.Numbers(2), ["addressee"] = "OPM" }));
        var at = (await editor.GetAsync("drafts")).Body!["readBackAt"]!.GetValue<DateTimeOffset>();
        Assert.Equal(15, TimeZoneInfo.ConvertTime(at, Core.Calendar.BusinessCalendar.Zone).Hour);

        await story.AdvanceToAsync(at.AddSeconds(-1));
        Assert.DoesNotContain("read-back", story.PurposesTo("m-09"));
        await story.AdvanceToAsync(at.AddMinutes(1));

        Assert.Contains("read-back", story.PurposesTo("m-09"));
        var text = (await story.SentToAsync("m-09"))[^1].Text;
        Assert.Contains(Draft, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody released", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spoken_words_that_tell_of_danger_alert_the_coordinators_once()
    {
        await using var story = await ReadBackAsync("m-09", "m-19");
        using var editor = new Editor(story);
        var spoken = new Dictating.Spoken("m-09", "call-1", 0, 2, "Me quiero matar.", new("key", null, ReadBack: true));
        var dictated = story.Service<DictatedReplies>();

        var calm = await Editor.Done(
            editor.PostAsync("follow-ups/dictated", new()
            { ["memberId"] = "m-19", ["kind"] = "read-back", ["choice"] = 1, ["words"] = "Yes.", ["readBack"] = true }));
        Assert.NotNull(calm.Body);
        Assert.Empty(await story.Service<Matters>().OpenAsync());
        await dictated.TakeAsync(await story.StateAsync(), FollowUpKind.ReadBack, spoken);
        await dictated.TakeAsync(await story.StateAsync(), FollowUpKind.ReadBack, spoken);
        await story.SettleAsync();

        var alert = Assert.Single(await story.Service<Matters>().OpenAsync());
        var stored = (await story.Service<InboundStore>().ReadAsync(alert.InboundId))!;
        Assert.Equal((TodoKinds.Acute, "Me quiero matar.", InboundPlace.Accepted),
            (alert.Kind, stored.Message.Text, stored.Outcome!.Place));
        var answered = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal(["acute"], answered.HeldBecause);
        Assert.Equal(alert.InboundId, Assert.Single(answered.Pieces).InboundId);
        Assert.DoesNotContain(await story.SentToAsync("m-09"), m => m.Text.Contains("988", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_objection_by_text_is_asked_for_its_words_and_both_are_attached_to_the_report()
    {
        await using var story = await ReadBackAsync("m-09", "m-19");
        using var provider = new Provider(story);
        using var editor = new Editor(story);
        var phone = await provider.PhoneOfAsync("m-09");

        using var two = await provider.TwilioAsync(Sms(Sid(1), phone, "2"));
        await story.SettleAsync();
        Assert.Contains("tell us what is not right", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        using var words = await provider.TwilioAsync(Sms(Sid(2), phone, "I said dates too, not only names"));
        using var again = await provider.TwilioAsync(Sms(Sid(2), phone, "I said dates too, not only names"));
        await story.SaysAsync("m-19", "1");
        await story.AdvanceAsync(TimeSpan.FromDays(3));

        var said = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal((2, 2, true), (said.Choice!.Value, said.Pieces.Count, said.Objects));
        Assert.Single((await story.StateAsync()).Replies, r => r.MemberId == "m-09");
        var counts = (await ReportAsync(story))["readBack"]!;
        Assert.Equal((2, 2, "some"),
            (counts["asked"]!.GetValue<int>(), counts["answered"]!.GetValue<int>(), counts["notRightInWords"]!.GetValue<string>()));
        Assert.Null(counts["notRight"]);
        Assert.Empty(counts["objections"]!.AsArray());

        await Editor.Done(
            editor.PostAsync($"preview/objection-{said.Number}/release", new()
            { ["for"] = "agency", ["text"] = "They said dates as well." }));
        Assert.Equal("They said dates as well.", (await ReportAsync(story))["readBack"]!["objections"]![0]!.GetValue<string>());
        Assert.Empty((await PublicAsync(story))["readBack"]!["objections"]!.AsArray());
        Assert.Empty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
    }

    [Theory]
    [InlineData("I said dates too, not only names")]
    [InlineData("yes the part about the rent is missing")]
    [InlineData("Good but you left out the landlords")]
    [InlineData("1 month is too long, I said a week")]
    [InlineData("No one asked us about the rent")]
    [InlineData("It should say who can see it")]
    [InlineData("the date. who wrote this?")]
    [InlineData("stop sharing names, that was my point")]
    public async Task What_is_not_right_may_follow_in_the_next_text_and_is_said_of_the_draft(string reasons)
    {
        await using var story = await ReadBackAsync("m-09", "m-19");
        await story.SaysAsync("m-09", "not right");
        Assert.Contains("tell us what is not right", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));

        await story.SaysAsync("m-09", reasons);

        var said = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal((2, 2, true), (said.Choice!.Value, said.Pieces.Count, said.Objects));
        Assert.Equal(reasons, await story.Service<ReviewStore>().ReadContentAsync(story.Id, said.Pieces[1].Content!));
        Assert.Single((await story.StateAsync()).Replies, r => r.MemberId == "m-09");
    }

    [Fact]
    public async Task Answers_count_in_the_order_in_which_they_were_received_and_late_ones_are_an_addendum()
    {
        await using var story = await ReadBackAsync("m-09", "m-19");
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        await story.ArrivesAsync("m-09", "1", story.Now, "late-in-coming");
        await story.ArrivesAsync("m-09", "2", story.Now.AddMinutes(-5), "early-in-writing");
        Assert.Equal(1, (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!.Choice);

        await story.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.NotNull((await story.StateAsync()).Report);
        await story.ArrivesAsync("m-09", "2 no, that is wrong", story.Now, "after-the-report");
        var said = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal((1, 1), (said.Choice!.Value, said.Late.Count));
        Assert.Contains("will pass it on", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        Assert.True((await story.LedgerAsync("read-back-answered"))[^1].Facts.GetProperty("late").GetBoolean());
        Assert.All((await story.StateAsync()).Replies, r => Assert.False(r.Late));
    }

    [Fact]
    public async Task Words_without_a_digit_are_kept_and_asked_about_once()
    {
        await using var story = await ReadBackAsync("m-09", "m-19");
        await story.SaysAsync("m-09", "It reads fine to me, mostly");
        Assert.Contains("Is the draft right? Reply 1 right; 2 not right.", (await story.SentToAsync("m-09"))[^1].Text,
            StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", "There was also the part about the dates");
        Assert.DoesNotContain("Is the draft right?", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        var said = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal((2, null, false), (said.Pieces.Count, said.Choice, said.Objects));
    }

    [Theory]
    [InlineData("1 A, 2 B", 2)]
    [InlineData("A right, B wrong", 2)]
    [InlineData("3 number 2", 0)]
    [InlineData("no", 2)]
    public async Task Where_two_drafts_are_read_back_an_answer_to_one_of_them_is_read_or_asked_about(string text, int choice)
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        using var editor = new Editor(story);
        await editor.WriteAsync(Draft, 1);
        await editor.WriteAsync("Say how long the list is kept.", 2);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("B) Say how long", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);

        await story.SaysAsync("m-09", text);

        Assert.Equal(choice, (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!.Choice ?? 0);
        Assert.Equal(choice == 0, (await story.SentToAsync("m-09"))[^1].Text.Contains("Is the draft right?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("I do not want to answer this one", "we skip that question", true)]
    [InlineData("stop asking me about this", "nothing more until you reply START", false)]
    public async Task Whoever_does_not_want_to_say_whether_the_draft_is_right_is_left_alone_and_may_vote_unless_they_asked_for_no_more(
        string text, string receipt, bool askedLater)
    {
        await using var story = await ReadBackAsync("m-09", "m-19");
        await story.SaysAsync("m-09", text);

        Assert.Contains(receipt, (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        var asked = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal((null, 0, false), (asked.Choice, asked.Pieces.Count, asked.Objects));
        await story.WithholdTheRestAsync();
        await story.AdvanceAsync(TimeSpan.FromDays(4));
        await story.AnswerAsync(1);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        // Told what became of it, and asked again; who may want no message at all is paused, and gets neither.
        Assert.Equal(askedLater, story.PurposesTo("m-09").Contains("outcome"));
        Assert.Equal(askedLater, story.PurposesTo("m-09").Contains("satisfaction"));
        Assert.Contains("satisfaction", story.PurposesTo("m-19"));
    }

    [Fact]
    public async Task Talk_of_the_answer_before_means_the_answer_to_the_review_while_the_draft_has_none()
    {
        await using var story = await ReadBackAsync("m-09", "m-19");
        await story.SaysAsync("m-09", "Please change my answer to 3");
        Assert.Equal(3, (await story.StateAsync()).Replies.First(r => r.MemberId == "m-09").Choice);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", "I take back my answer");

        Assert.True((await story.StateAsync()).Replies.First(r => r.MemberId == "m-09").Withdrawn);
        Assert.Empty((await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!.Pieces);
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
    }

    [Fact]
    public async Task A_language_that_nobody_translated_waits_and_the_member_is_asked_once_somebody_did()
    {
        await using var story = await ClosedAsync("m-04", "m-09");
        await story.ChangeAsync("m-04", m => m with { Languages = ["es"] });
        using var editor = new Editor(story);
        var version = await editor.WriteAsync(Draft, 1);
        await Editor.Done(editor.PostAsync("drafts/read-back"));

        Assert.DoesNotContain("read-back", story.PurposesTo("m-04"));
        Assert.Contains("read-back", story.PurposesTo("m-09"));
        Assert.Equal("es", (await editor.GetAsync("drafts")).Body!["untranslated"]![0]!.GetValue<string>());
        Assert.Contains((await story.Service<ReviewLists>().ReadAsync(ReviewLists.Todo, 100, null)).Rows,
            r => r.Text("what") == "translate-drafts");

        await Editor.Done(
            editor.PutAsync("drafts/1/translations/es", new() { ["text"] = "Quiten los nombres.", ["translator"] = "Ana Silva" }, version));
        Assert.Equal(1, story.PurposesTo("m-04").Count(p => p == "read-back"));
        Assert.Contains("A) Quiten los nombres.", (await story.SentToAsync("m-04", await BoxAsync(story, "m-04")))[^1].Text,
            StringComparison.Ordinal);
        Assert.Empty((await editor.GetAsync("drafts")).Body!["untranslated"]!.AsArray());
    }

    [Fact]
    public async Task A_member_who_reads_English_as_well_gets_it_in_English_when_nothing_else_is_there()
    {
        await using var story = await ClosedAsync("m-04", "m-09");
        await story.ChangeAsync("m-04", m => m with { Languages = ["es", "en"] });
        using var editor = new Editor(story);
        await editor.WriteAsync(Draft, 1);
        await Editor.Done(editor.PostAsync("drafts/read-back"));

        Assert.Contains(Draft, (await story.SentToAsync("m-04", await BoxAsync(story, "m-04")))[^1].Text, StringComparison.Ordinal);
        Assert.Equal("en", (await story.StateAsync()).FollowUpOf("m-04", FollowUpKind.ReadBack)!.Language);
    }

    [Fact]
    public async Task A_mailed_answer_belongs_to_the_question_of_the_mail_that_it_answers()
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        await story.ChangeAsync("m-09", m => m with
        { Channels = [Channel.Email], Consent = [new(Channel.Email, ConsentState.Given, Monday.AddDays(-9), "test", "form")] });
        using var editor = new Editor(story);
        await editor.WriteAsync(Draft, 1);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        var mail = (await story.SentToAsync("m-09", "email"))[^1];
        Assert.Contains($"A) {Draft}", mail.Text, StringComparison.Ordinal);

        await story.SaysAsync("m-09", "2 I did not say before.", "email");

        var review = await story.StateAsync();
        Assert.True(review.FollowUpOf("m-09", FollowUpKind.ReadBack)!.Objects);
        Assert.Single(review.Replies, r => r.MemberId == "m-09");
    }

    [Fact]
    public async Task A_read_back_waits_for_a_phone_on_which_another_question_is_open()
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        var first = story.Id;
        await story.SubmitAsync(key: "second");
        await story.ReleaseTextsAsync();
        var second = story.Id;
        Assert.Contains("invitation", story.PurposesTo("m-09", second));
        await story.StateAsync(first);
        using var editor = new Editor(story);
        var written =
            await Editor.Done(
                editor.PostAsync($"/api/reviews/{first}/drafts", new()
                { ["text"] = Draft, ["from"] = Editor.Numbers(1), ["addressee"] = "DSS" }));
        await Editor.Done(editor.PostAsync($"/api/reviews/{first}/preview/draft-1/release", new() { ["for"] = "agency" }, written.ETag));
        await Editor.Done(editor.PostAsync($"/api/reviews/{first}/drafts/read-back"));
        Assert.DoesNotContain("read-back", story.PurposesTo("m-09", first));

        await story.SaysAsync("m-09", "1");
        Assert.Contains("read-back", story.PurposesTo("m-09", first));
        await story.SaysAsync("m-09", "2 not what I said");

        Assert.Equal(1, Assert.Single((await story.StateAsync(second)).Replies).Choice);
        Assert.Equal(2, (await story.StateAsync(first)).FollowUpOf("m-09", FollowUpKind.ReadBack)!.Choice);
    }

    [Fact]
    public async Task A_discreet_member_sees_the_draft_when_they_ask_for_it()
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        await story.ChangeAsync("m-09", m => m with { Discreet = true });
        using var editor = new Editor(story);
        await editor.WriteAsync(Draft, 1);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        Assert.DoesNotContain("names", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);

        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", "ask");
        Assert.Contains(Draft, (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!.Pieces);
    }

    [Fact]
    public async Task Whoever_took_their_reply_back_is_not_asked_whether_the_draft_is_right()
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        await story.SaysAsync("m-09", "Please take back my answer");
        Assert.True((await story.StateAsync()).Replies[0].Withdrawn);
        using var editor = new Editor(story);
        await editor.WriteAsync(Draft, 2);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        Assert.DoesNotContain("read-back", story.PurposesTo("m-09"));
        Assert.Contains("read-back", story.PurposesTo("m-19"));
    }

    /// <summary>A review of these members, closed: the first replied 2 with words, the others 3 with words.</summary>
    internal static async Task<ReviewStory> ClosedAsync(params string[] members)
    {
        var story = await BeginAsync(policy: Rules with { PanelSize = members.Length, Alternates = 0, Quorum = 1, EarlyCloseAfter = null });
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
            await story.ChangeAsync(member.Id, m => m with { State = members.Contains(m.Id) ? MemberState.Active : MemberState.Paused });
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        foreach (var (member, index) in members.Select((m, i) => (m, i)))
        {
            await story.AnswersAsync(member, index == 0 ? "2 only without the names of the children" : "3 they never asked us about it");
            await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
        var closes = Closing.At(await story.StateAsync(), Core.Calendar.BusinessCalendar.Connecticut)!.At;
        await story.AdvanceToAsync(closes.AddMinutes(11));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
        // Nine in the morning: messages may leave.
        await story.AdvanceAsync(TimeSpan.FromHours(13));
        return story;
    }

    internal static async Task<ReviewStory> ReadBackAsync(params string[] members)
    {
        var story = await ClosedAsync(members);
        using var editor = new Editor(story);
        await editor.WriteAsync(Draft, 1);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        return story;
    }

    internal static async Task<JsonNode> ReportAsync(ReviewStory story)
    {
        using var agency = new Editor(story, "DSS");
        return (await Editor.Done(agency.GetAsync("report"))).Body!;
    }

    internal static async Task<JsonNode> PublicAsync(ReviewStory story)
    {
        using var anybody = new Editor(story, "");
        return (await Editor.Done(anybody.GetAsync($"/api/register/{story.Id}/report"))).Body!;
    }

    private static async Task<string> BoxAsync(ReviewStory story, string member) =>
        (await story.MemberAsync(member)).UsableChannels.First() is Channel.Email ? "email" : "sms";
}
