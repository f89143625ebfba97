using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>What happens on one phone: questions take turns, keywords work at any hour, pieces become one answer.</summary>
public sealed class PhoneTests
{
    private static readonly ReviewPolicy One = Rules with { PanelSize = 1, Alternates = 0 };

    [Fact]
    public async Task A_review_takes_two_hundred_messages_of_one_member_and_a_person_looks_at_the_rest()
    {
        await using var story = await OfAsync(["m-09"], One);
        var asked = await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.SettleAsync();
        for (var n = 1; n <= 202; n++)
            await story.ArrivesUnsettledAsync("m-09", "2 more", $"SM{n:D3}");

        var pieces = (await story.StateAsync(asked)).Replies.SelectMany(r => r.Pieces).ToList();
        Assert.Equal((200, "sms|SM200"), (pieces.Count, pieces.Max(p => p.InboundId)));
        var penned = (await story.Service<HoldingPen>().ReadAsync()).Where(m => m.Because.Contains("so often", StringComparison.Ordinal));
        Assert.Equal(["sms|SM201", "sms|SM202"], penned.Select(m => m.InboundId).Order(StringComparer.Ordinal));
        Assert.Equal(InboundPlace.Unmatched, (await story.Service<InboundStore>().ReadAsync("sms|SM201"))!.Outcome!.Place);

        await story.SaysAsync("m-09", "STOP");
        Assert.False((await story.MemberAsync("m-09")).Consents(Channel.Sms));
    }

    [Fact]
    public async Task A_form_that_a_person_places_keeps_what_was_ticked()
    {
        await using var story = await OfAsync(["m-09"], One);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.SettleAsync();
        for (var n = 1; n <= 200; n++)
            await story.ArrivesUnsettledAsync("m-09", "2 more", $"SM{n:D3}");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("choice-1", "3"), ("words-1", "on second thought"), ("quote", "no"));
        var penned =
            Assert.Single(await story.Service<HoldingPen>().ReadAsync(), m => m.InboundId.StartsWith("page|", StringComparison.Ordinal));

        Assert.NotNull(await story.Service<PlaceByHand>().PlaceAsync(penned.InboundId, story.Id, "m-09", 1, "coordinator"));

        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((201, true), (reply.Pieces.Count, reply.NotQuoted));
        Assert.Equal(3, reply.Choice);
    }

    [Fact]
    public async Task Of_two_reviews_on_one_phone_one_question_is_open_and_the_answer_lands_in_the_right_review()
    {
        await using var story = await OfAsync(["m-09"], One);
        var (first, second) = await TwoReviewsAsync(story);
        Assert.Equal(["invitation"], story.PurposesTo("m-09", first));
        Assert.Empty(story.PurposesTo("m-09", second));
        Assert.Null((await story.StateAsync(second)).Window);
        await story.SaysAsync("m-09", "2");
        Assert.Equal(["invitation"], story.PurposesTo("m-09", second));
        await story.AdvanceAsync(TimeSpan.FromMinutes(3));
        await story.SaysAsync("m-09", "3 not this one");
        Assert.Equal(2, Assert.Single((await story.StateAsync(first)).Replies).Choice);
        Assert.Equal(3, Assert.Single((await story.StateAsync(second)).Replies).Choice);
    }

    [Fact]
    public async Task A_question_whose_window_is_extended_keeps_its_phone()
    {
        await using var story = await OfAsync(["m-09"], One);
        var (first, second) = await TwoReviewsAsync(story);
        await story.AdvanceToAsync(Eastern(2027, 1, 29, 19, 59));
        Assert.Equal(ReviewStage.Open, (await story.StateAsync(first)).Stage);
        Assert.Empty(story.PurposesTo("m-09", second));
        await story.AdvanceToAsync(Eastern(2027, 1, 30, 9));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync(first)).Stage);
        Assert.Equal(["invitation"], story.PurposesTo("m-09", second));
    }

    [Fact]
    public async Task Questions_wait_in_the_order_in_which_they_came_and_one_that_is_over_waits_no_longer()
    {
        await using var story = await OfAsync(["m-09"], One);
        var (_, second) = await TwoReviewsAsync(story);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        var third = await story.SubmitAsync(key: "third");
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        var fourth = await story.SubmitAsync(key: "fourth");
        await story.ReleaseTextsAsync();
        await story.CoordinatorAsync("cancel", new() { ["reason"] = "Withdrawn." }, second);
        await story.SaysAsync("m-09", "1");
        // At once, not at its next look an hour later.
        Assert.Equal(["invitation"], story.PurposesTo("m-09", third));
        Assert.Empty(story.PurposesTo("m-09", second));
        Assert.Empty(story.PurposesTo("m-09", fourth));
    }

    [Fact]
    public async Task Two_members_who_share_a_phone_are_asked_in_turn_and_stop_stops_both()
    {
        await using var story = await OfAsync(["m-07", "m-08"], One);
        await story.ChangeAsync("m-08", member => member with { Channels = [Channel.Sms], Experiences = ["custody"] });
        var (first, second) = await TwoReviewsAsync(story);
        var (one, other) =
            ((await story.StateAsync(first)).Invitations[0].MemberId, (await story.StateAsync(second)).Invitations[0].MemberId);
        Assert.NotEqual(one, other);
        Assert.Empty(story.PurposesTo(other, second));
        story.Follow(first);
        await story.AnswersAsync(one, "1", "sms");
        Assert.Equal(["invitation"], story.PurposesTo(other, second));
        story.Follow(second);
        await story.AnswersAsync(other, "3", "sms");
        Assert.Equal((one, 1), Assert.Single((await story.StateAsync(first)).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
        Assert.Equal((other, 3), Assert.Single((await story.StateAsync(second)).Replies.Select(r => (r.MemberId, r.Choice!.Value))));
        await story.SaysAsync(one, "STOP", "sms");
        Assert.False((await story.MemberAsync("m-07")).Consents(Channel.Sms));
        Assert.False((await story.MemberAsync("m-08")).Consents(Channel.Sms));
    }

    [Theory]
    [InlineData("m-19", "ask", "Is it OK")]
    [InlineData("m-04", "Ver", "¿Está bien")]
    public async Task A_discreet_member_sees_the_question_only_when_they_ask_for_it(string member, string word, string question)
    {
        await using var story = await OfAsync([member], One, m => m with { Discreet = true });
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var invitation = Assert.Single(await story.SentToAsync(member));
        Assert.DoesNotContain(question, invitation.Text, StringComparison.Ordinal);
        Assert.Contains(word, invitation.Text, StringComparison.OrdinalIgnoreCase);
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await story.SaysAsync(member, word);
        Assert.StartsWith(question, (await story.SentToAsync(member))[^1].Text, StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Replies);
        await story.SaysAsync(member, "2");
        Assert.Equal(2, Assert.Single((await story.StateAsync()).Replies).Choice);
    }

    [Fact]
    public async Task Keywords_are_answered_at_once_at_any_hour()
    {
        await using var story = await OfAsync(["m-04"], One);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var night = Eastern(2027, 1, 12, 2);
        await story.AdvanceToAsync(night);
        await story.SaysAsync("m-04", "AYUDA");
        Assert.Contains("Alex Rivera", (await story.SentToAsync("m-04"))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-04", "alto");
        Assert.False((await story.MemberAsync("m-04")).Consents(Channel.Sms));
        Assert.Contains("INICIAR", (await story.SentToAsync("m-04"))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-04", "INICIAR");
        Assert.True((await story.MemberAsync("m-04")).Consents(Channel.Sms));
        var answers = (await story.SentToAsync("m-04")).Skip(1).ToList();
        Assert.Equal([night, night.AddMinutes(1), night.AddMinutes(2)], answers.Select(m => m.At));
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Fact]
    public async Task An_answer_that_could_not_leave_within_five_minutes_waits_for_the_morning_and_a_confirmation_of_stop_is_dropped()
    {
        await using var story = await OfAsync(["m-04"], One);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 2));
        var sent = (await story.SentToAsync("m-04")).Count;
        await story.ArrivesAsync("m-04", "AYUDA", Eastern(2027, 1, 12, 1, 54, 59), "SM-help");
        await story.ArrivesAsync("m-04", "ALTO", Eastern(2027, 1, 12, 1, 54, 59), "SM-stop");
        Assert.Equal(sent, (await story.SentToAsync("m-04")).Count);
        Assert.False((await story.MemberAsync("m-04")).Consents(Channel.Sms));
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 9));
        var late = Assert.Single((await story.SentToAsync("m-04")).Skip(sent));
        Assert.Contains("Alex Rivera", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_from_a_number_that_nobody_has_is_kept_for_a_person_and_not_answered()
    {
        await using var story = await BeginAsync();
        await story.Service<Receive>().ReceiveAsync(new(Channel.Sms, "SM-stranger", "+12035559999", "board", null, "1", story.Now));
        await story.SettleAsync();
        var penned = Assert.Single(await story.Service<HoldingPen>().ReadAsync());
        Assert.Equal("sms|SM-stranger", penned.InboundId);
        Assert.Empty(story.Carrier.Sent);
    }

    [Fact]
    public async Task Answers_in_pieces_go_to_the_question_they_belong_to()
    {
        await using var story = await OfAsync(["m-04"], One);
        await story.SubmitAsync(questions: 3);
        await story.ReleaseTextsAsync();
        await story.SaysAsync("m-04", "2");
        await story.AdvanceAsync(TimeSpan.FromSeconds(20));
        await story.SaysAsync("m-04", "solo sin nombres");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-04", "Un aviso antes de perder la ayuda.");
        Assert.Contains("¿Qué le preocupa", (await story.SentToAsync("m-04"))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-04", "No los den a la policía.");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-04", "Ni a los dueños.");
        var replies = (await story.StateAsync()).Replies;
        Assert.Equal([(1, 2, 2), (2, null, 1), (3, null, 2)], replies.Select(r => (r.Question, r.Choice, r.Pieces.Count)));
        Assert.Equal("solo sin nombres", await story.Service<ReviewStore>().ReadContentAsync(story.Id, replies[0].Pieces[1].Content!));
        Assert.DoesNotContain(await story.SentToAsync("m-04"), m => m.Text.Contains("nombres", StringComparison.Ordinal)
            || m.Text.Contains("dueños", StringComparison.Ordinal));
        Assert.True((await story.StateAsync()).Invitations[0].Complete(3));
    }

    [Fact]
    public async Task An_emailed_reply_finds_its_review_by_the_code_and_one_without_goes_to_a_person()
    {
        await using var story = await OfAsync(["m-23"], One);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var invitation = Assert.Single(await story.SentToAsync("m-23", "email"));
        var code = (await story.StateAsync()).Invitations[0].Code;
        Assert.Contains(code, invitation.Subject, StringComparison.Ordinal);
        var processor = story.Service<Receive>();
        await processor.ReceiveAsync(
            new(Channel.Email, "mail-1", "anybody@example.com", "board@example.org", "Re: Hello", "3 no", story.Now));
        Assert.Single(await story.Service<HoldingPen>().ReadAsync());
        Assert.Empty((await story.StateAsync()).Replies);
        // By its reply address, whoever it claims to come from; then by the subject alone.
        await processor.ReceiveAsync(
            new(Channel.Email, "mail-2", "anybody@example.com", invitation.ReplyTo!, "Re:", "2 take names out", story.Now));
        await processor.ReceiveAsync(
            new(Channel.Email, "mail-3", "anybody@example.com", "board@example.org", "RE: " + invitation.Subject, "and ask us first",
                story.Now));
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal(("m-23", 2, 2), (reply.MemberId, reply.Choice, reply.Pieces.Count));
        await processor.ReceiveAsync(
            new(Channel.Email, "mail-4", "anybody@example.com", invitation.ReplyTo!, "Re:", "unsubscribe", story.Now));
        Assert.False((await story.MemberAsync("m-23")).Consents(Channel.Email));
        Assert.Contains(
            "You will get no more email from us.", (await story.SentToAsync("m-23", "email"))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await processor.ReceiveAsync(
            new(Channel.Email, "mail-5", "anybody@example.com", invitation.ReplyTo!, "Re:", "START", story.Now));
        Assert.True((await story.MemberAsync("m-23")).Consents(Channel.Email));
        var again = (await story.SentToAsync("m-23", "email"))[^1].Text;
        Assert.Contains("You will get our questions by email again", again, StringComparison.Ordinal);
        Assert.DoesNotContain("data rates", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thumb_or_two_options_are_asked_about_once_and_the_next_digit_completes_the_answer()
    {
        await using var story = await OfAsync(["m-09"], One);
        await story.SubmitAsync(questions: 2);
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await story.SaysAsync("m-09", "1 and 3");
        var asked = (await story.SentToAsync("m-09"))[^1].Text;
        Assert.Contains("Which one do you pick? Reply 1 yes; 2 yes, with changes; 3 no.", asked, StringComparison.Ordinal);
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((1, null, true), (reply.Question, reply.Choice, reply.HasWords));
        Assert.Equal(1, (await story.StateAsync()).Repliers);
        await story.AdvanceAsync(TimeSpan.FromSeconds(20));
        await story.SaysAsync("m-09", "3");
        reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((1, 3, 2), (reply.Question, reply.Choice!.Value, reply.Pieces.Count));
        Assert.Contains("We saved your answer: 3.", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(2, (await story.StateAsync()).Invitations[0].NextQuestion);
        Assert.Equal("true", (await story.LedgerAsync("reply-accepted"))[0].Fact("askedWhich"), ignoreCase: true);
    }

    [Fact]
    public async Task Nobody_is_asked_twice_what_they_mean()
    {
        await using var story = await OfAsync(["m-09"], One);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.SaysAsync("m-09", "\U0001F44D");
        await story.SaysAsync("m-09", "\U0001F44D");
        await story.SaysAsync("m-09", "1 and 3");
        Assert.Single(await story.SentToAsync("m-09"), m => m.Text.Contains("Which one", StringComparison.Ordinal));
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((null, 3), (reply.Choice, reply.Pieces.Count));
        Assert.True((await story.StateAsync()).Invitations[0].Complete(1));
    }

    [Fact]
    public async Task A_discreet_member_is_asked_for_a_number_and_no_choice_is_named()
    {
        await using var story = await OfAsync(["m-09"], One, m => m with { Discreet = true });
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await story.SaysAsync("m-09", "ask");
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await story.SaysAsync("m-09", "?");
        var asked = (await story.SentToAsync("m-09"))[^1].Text;
        Assert.Contains("Reply 1, 2 or 3.", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("changes", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_refused_and_a_text_that_is_lost_free_the_phone_for_the_next_question_at_once()
    {
        foreach (var fate in new[] { Fate.Refused, Fate.Undelivered })
        {
            await using var story =
                await OfAsync(["m-09"], One, m => m with { Channels = [Channel.Sms, Channel.Email], Consent = Both(m) });
            var contacts = story.Service<ContactStore>();
            await contacts.PutAsync((await contacts.ForSendingAsync("m-09"))! with { Email = "nine@example.org" });
            var first = await story.SubmitAsync(key: "first");
            story.Carrier.FateOf =
                key => key.StartsWith($"review|{first}/", StringComparison.Ordinal) && key.EndsWith("|Sms", StringComparison.Ordinal)
                    ? fate
                    : Fate.Delivered;
            await story.ReleaseTextsAsync();
            var second = await story.SubmitAsync(key: "second");
            await story.ReleaseTextsAsync();
            await story.AdvanceAsync(TimeSpan.FromMinutes(2));
            Assert.NotEmpty(await story.SentToAsync("m-09", "email"));
            Assert.Contains("invitation", story.PurposesTo("m-09", second));
            await story.SaysAsync("m-09", "3", "sms");
            Assert.Equal(3, Assert.Single((await story.StateAsync(second)).Replies).Choice);
            Assert.Empty((await story.StateAsync(first)).Replies);
        }

        static IReadOnlyList<ConsentRecord> Both(Member member) =>
            [.. member.Consent.Where(c => c.Channel is not Channel.Email), member.Consent.First(c => c.Channel is Channel.Sms) with
                { Channel = Channel.Email }];
    }

    [Fact]
    public async Task A_thread_gets_so_many_answers_a_day_and_a_stop_is_confirmed_all_the_same()
    {
        await using var story = await OfAsync(["m-09"], One);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var sent = (await story.SentToAsync("m-09")).Count;
        for (var n = 0; n < 20 + 5; n++)
        {
            await story.SaysAsync("m-09", "HELP");
            await story.AdvanceAsync(TimeSpan.FromSeconds(5));
        }
        Assert.Equal(20, (await story.SentToAsync("m-09")).Count - sent);
        Assert.Contains(await story.Service<HoldingPen>()
            .ReadAsync(), m => m.Because.StartsWith("Too many answers", StringComparison.Ordinal));
        await story.SaysAsync("m-09", "STOP");
        Assert.Contains("no more texts", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        var before = (await story.SentToAsync("m-09")).Count;
        await story.SaysAsync("m-09", "HELP", "sms");
        Assert.Equal(before + 1, (await story.SentToAsync("m-09")).Count);
    }

    /// <summary>A board of only these members.</summary>
    private static async Task<ReviewStory> OfAsync(IReadOnlyList<string> members, ReviewPolicy policy, Func<Member, Member>? change = null)
    {
        var story = await BeginAsync(policy: policy);
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
        {
            if (!members.Contains(member.Id))
                await story.ChangeAsync(member.Id, m => m with { State = MemberState.Left });
            else if (change is not null)
                await story.ChangeAsync(member.Id, change);
        }
        return story;
    }

    private static async Task<(string First, string Second)> TwoReviewsAsync(ReviewStory story)
    {
        var first = await story.SubmitAsync(key: "first");
        await story.ReleaseTextsAsync();
        var second = await story.SubmitAsync(key: "second");
        await story.ReleaseTextsAsync();
        return (first, second);
    }
}
