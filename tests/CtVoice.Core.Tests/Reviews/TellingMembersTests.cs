using CtVoice.Core.Accountability;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Tests.Accountability;
using static CtVoice.Core.Tests.Accountability.Advice;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>What members who replied are told, when, and in whose words.</summary>
public sealed class TellingMembersTests
{
    [Fact]
    public void Nobody_who_was_asked_in_Spanish_is_told_before_a_person_has_written_it_in_Spanish()
    {
        var finished = Finished(To("DSS", "DSS").Answered(1).Answered(2));
        Assert.Equal(MessagePurpose.Outcome, See(finished, "m-01").Purpose);
        Assert.Equal(new(false), See(finished, "m-03"));
        Assert.Equal([("es", "1 2")], TranslatingPlainWords.Missing(finished)
            .Select(m => (m.Language, string.Join(' ', m.Recommendations))));
        var half = Translate(finished, 1);
        Assert.Equal(["plain-words-translated"], half.Types());
        Assert.Equal(new(false), See(half.State(), "m-03"));
        var whole = Translate(half.State(), 2);
        Assert.Contains(new Effect.WakeInvitation("m-03", 1), whole.Change!.Effects);
        Assert.Equal(MessagePurpose.Outcome, See(whole.State(), "m-03").Purpose);
        Assert.Equal(TranslatingPlainWords.Outcome.Repeated, Translate(whole.State(), 2).Result);
        var words = Words(whole.State(), "m-03", MessagePurpose.Outcome);
        Assert.Contains("Consejo 1: sí, lo harán. Lo haremos 1.\nConsejo 2: sí, lo harán. Lo haremos 2.", words, StringComparison.Ordinal);
        // A newer answer says something else: it has to be translated again.
        Assert.Equal([2], TranslatingPlainWords.MissingIn(whole.State().Answered(2, Answer(AnswerKind.NotAdopted)), "es"));
    }

    [Fact]
    public void There_is_nothing_to_translate_without_an_answer_or_into_English_and_silent_members_wait_for_none()
    {
        Assert.Equal(TranslatingPlainWords.Outcome.NothingToTranslate, Translate(To("DSS"), 1).Result);
        Assert.Equal(TranslatingPlainWords.Outcome.NothingToTranslate, Translate(To("DSS").Answered(1), 1, "en").Result);
        Assert.Equal(TranslatingPlainWords.Outcome.NotFound, Translate(To("DSS"), 2).Result);
        Assert.Empty(TranslatingPlainWords.Missing(To("DSS").Answered(1)));
    }

    [Fact]
    public void The_addressees_own_translation_by_a_named_person_counts()
    {
        var answer = Answer() with
        { PlainWords = new Dictionary<string, string> { ["en"] = "We will.", ["es"] = "Lo haremos." }, Translator = "Marisol Vega" };
        Assert.Equal(MessagePurpose.Outcome, See(Finished(To("DSS").Answered(1, answer)), "m-03").Purpose);
    }

    [Fact]
    public void Later_changes_come_in_one_digest_on_the_next_business_morning_and_at_most_weekly()
    {
        var told = Told(Finished(To("DSS", "DSS").Answered(1).Answered(2)));
        Assert.True(See(told, "m-01").Over);
        // A Wednesday: not before a week after the first message, and then with everything that changed.
        var changed = told.Answered(1, Answer(AnswerKind.NotAdopted, At(3, 3)));
        Assert.Equal(new(false, MessagePurpose.Update(1), At(3, 8)), See(changed, "m-01"));
        var both = Delivering.Show(changed, 2, "DSS", "Done.", null, "key-3", At(3, 5)).State();
        Assert.Equal(
            "CT Resident Advisory Board: news on the advice you gave.\nAdvice 1: they will not do it. We will.\nAdvice 2: they say it "
                + "is done.",
            Words(both, "m-01", MessagePurpose.Update(1)));
        var updated = TellingMembers.Updated(both, "m-01", 1, both.News.Count, At(3, 8)).State();
        Assert.True(See(updated, "m-01").Over);
        Assert.Null(TellingMembers.Updated(updated, "m-01", 1, both.News.Count, At(3, 8)).Change);
        // Two weeks of quiet: the next business morning after the change.
        Assert.Equal(
            new(false, MessagePurpose.Update(2), At(3, 30)),
            See(updated.Answered(1, Answer(AnswerKind.Deferred, At(3, 29))), "m-01"));
    }

    [Fact]
    public void Digest_stands_as_about_to_go_out_and_waits_once_it_is_stopped_until_it_is_let_go()
    {
        var changed = Told(Finished(Stoppable(To("DSS", "DSS").Answered(1).Answered(2))))
            .Answered(1, Answer(AnswerKind.NotAdopted, At(3, 3)));

        var departure = Departing.Of(changed, Given.Calendar, At(3, 4)).Single(d => d.What is PanelMessage.Update);
        Assert.Equal((At(3, 8), 1), (departure.At, departure.Members));
        var stopped = Departing.Stop(changed, PanelMessage.Update, "k-7", Given.Calendar, At(3, 4)).State();
        Assert.Equal(new(false), See(stopped, "m-01"));
        Assert.Contains(Departing.Held(stopped), s => s.What is PanelMessage.Update);
        // News in between wait as well, and leave with the rest.
        var more = Delivering.Show(stopped, 2, "DSS", "Done.", null, "key-3", At(3, 5)).State();
        Assert.Equal(new(false), See(more, "m-01"));

        var going = Departing.LetGo(more, PanelMessage.Update, "k-7", Given.Calendar, At(3, 9)).State();
        Assert.Equal(new(false, MessagePurpose.Update(1), At(3, 9).AddMinutes(10)), See(going, "m-01"));
        Assert.Contains(Departing.Of(going, Given.Calendar, At(3, 9)), d => d.What is PanelMessage.Update);
        Assert.Empty(Departing.Held(going));
    }

    [Fact]
    public void Translation_that_comes_late_leaves_ten_minutes_after_it_was_saved_and_can_be_stopped_until_then()
    {
        var whole = Translate(Translate(Finished(Stoppable(To("DSS", "DSS").Answered(1).Answered(2))), 1).State(), 2).State();

        Assert.Equal(At(3, 2).AddMinutes(10), See(whole, "m-03").SendAt);
        // Whoever reads English had their time this morning.
        Assert.True(See(whole, "m-01").SendAt < At(3, 2));
        var departure = Departing.Of(whole, Given.Calendar, At(3, 2)).Single(d => d.What is PanelMessage.Outcome);
        Assert.Equal((At(3, 2).AddMinutes(10), 1), (departure.At, departure.Members));
        Assert.StartsWith("A translation was saved", departure.Because[0], StringComparison.Ordinal);
        Assert.Equal(new(false), See(Departing.Stop(whole, PanelMessage.Outcome, "k-7", Given.Calendar, At(3, 2)).State(), "m-03"));
    }

    [Fact]
    public void What_became_public_while_a_message_was_written_comes_in_the_next()
    {
        var finished = Finished(To("DSS").Answered(1));
        var meanwhile = finished.Answered(1, Answer(AnswerKind.NotAdopted, At(3, 1)));
        var told = Told(meanwhile, finished.News.Count);
        Assert.Equal(MessagePurpose.Update(1), See(told, "m-01").Purpose);
        Assert.True(See(Told(meanwhile), "m-01").Over);
    }

    [Fact]
    public void Each_digest_has_a_workflow_of_its_own_that_starts_with_the_first_change()
    {
        var told = Told(Finished(To("DSS").Answered(1)));
        var first = Answering.Answer(told, 1, "DSS", Answer(AnswerKind.NotAdopted, At(3, 3)));
        Assert.Contains(new Effect.StartInvitation("m-01", 3), first.Change!.Effects);
        // Whoever was told nothing yet is asked no second time; whoever said nothing is told nothing.
        Assert.DoesNotContain(first.Change.Effects, e => e is Effect.StartInvitation { MemberId: "m-02" or "m-04" });
        var updated = TellingMembers.Updated(first.State(), "m-01", 1, 2, At(3, 8)).State();
        Assert.Contains(new Effect.StartInvitation("m-01", 4), Answering.Answer(updated, 1, "DSS", Answer(at: At(3, 9))).Change!.Effects);
        Assert.DoesNotContain(Answering.Answer(To("DSS"), 1, "DSS", Answer()).Change!.Effects, e => e is Effect.StartInvitation);
    }

    [Fact]
    public void A_digest_tells_what_became_of_promises()
    {
        var told = Told(Finished(To("DSS").Answered(1)));
        var late = Delivering.NoteNotDelivered(told, "DSS", At(7, 1)).State();
        Assert.EndsWith("1: they said by Wed, Jun 30 2027. It is not done, and that is public.",
            Words(late, "m-01", MessagePurpose.Update(1)), StringComparison.Ordinal);
        var moved = Delivering.Move(late, 1, "DSS", new(2027, 9, 30), "x", "key-3", At(7, 2)).State();
        Assert.EndsWith("1: they moved the date. Now they say by Thu, Sep 30 2027.", Words(moved, "m-01", MessagePurpose.Update(1)),
            StringComparison.Ordinal);
        var shown = Delivering.Show(late, 1, "DSS", "x", null, "key-3", At(7, 2)).State();
        var rejected = Delivering.Judge(shown, 1, false, "A draft.", "key-2", At(7, 3)).State();
        Assert.EndsWith("1: they said it is done, but they did not show it.", Words(rejected, "m-01", MessagePurpose.Update(1)),
            StringComparison.Ordinal);
    }

    private static Review Stoppable(Review review) => review with { Policy = review.Policy with { StopForMinutes = 10 } };

    /// <summary>The answers are in or late; a member who reads Spanish had replied as well.</summary>
    private static Review Finished(Review answered)
    {
        var spanish = answered.InvitationOf("m-03")! with { LastReplyAt = Given.Close.AddHours(-1), NextQuestion = 2 };
        return Finishing.Finish(answered.With(spanish), Due).State();
    }

    /// <summary>Somebody was told what became of the advice, and asked whether it answered them.</summary>
    private static Review Told(Review finished, int? through = null) => FollowingUp.Asked(
        Finishing.Told(finished, "m-01", At(3, 1), through).State(), "m-01", FollowUpKind.Satisfaction, "en", [], At(3, 1)).State();

    private static Decided<TranslatingPlainWords.Outcome> Translate(Review review, int number, string language = "es") =>
        TranslatingPlainWords.Keep(
        review, number, language, FormattableString.Invariant($"Lo haremos {number}."), "Marisol Vega", "key-2", At(3, 2));

    private static InvitationSchedule See(Review review, string member) =>
        InvitationSchedule.Of(review, review.InvitationOf(member)!, Given.Calendar, At(3, 2));

    [Theory]
    [InlineData("m-01", "1 \"Take out names before you share\": yes, they will do it. We will.",
        "2 \"Ask first. Then tell people what was found about them and about the streets where they...\": ")]
    [InlineData("m-03", "1 \"Quiten los nombres\": sí, lo harán. Lo haremos 1.",
        "2 (en inglés) \"Ask first. Then tell people what was found about them and about the streets where they...\": ")]
    public void Each_line_begins_with_the_recommendations_own_short_words_in_the_members_language_or_in_English(string member, string first,
        string second)
    {
        var finished = Translate(Translate(Finished(To("DSS", "DSS").Answered(1).Answered(2)), 1).State(), 2).State();
        var advice = new AdviceInWords(
            new Dictionary<int, Advised>
            {
                [1] = member == "m-03" ? new("Quiten los nombres.", "es") : new("Take out names before you share.", "en"),
                [2] = new("Ask first.\nThen tell people what was found about them and about the streets where they live, in plain words.",
                    "en"),
            },
            new("https://rab.example.org/register/r-1"));
        foreach (var asText in new[] { true, false })
        {
            var words = MemberWords.Compose(finished, finished.InvitationOf(member)!, MessagePurpose.Outcome, asText, discreet: false,
                advice: advice).Text;
            Assert.Contains("\n" + first, words, StringComparison.Ordinal);
            Assert.Contains("\n" + second, words, StringComparison.Ordinal);
            Assert.Equal(!asText, words.Contains("/register/r-1", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_text_cannot_say_in_words_is_on_the_members_page(bool discreet)
    {
        var finished = Finished(To("DSS", "DSS").Answered(1).Answered(2));
        var advice = new AdviceInWords(new Dictionary<int, Advised> { [1] = new("Take out names.", "en") }, null);
        Assert.True(MemberWords.NeedsPage(finished, finished.InvitationOf("m-01")!, MessagePurpose.Outcome, discreet, advice));
        var words = MemberWords.Compose(finished, finished.InvitationOf("m-01")!, MessagePurpose.Outcome, asText: true, discreet,
            new("https://rab.example.org/r/abc"), advice).Text;
        Assert.EndsWith("Advice 2: yes, they will do it." + (discreet ? "" : " We will.")
            + "\nYou can read it all on your page: https://rab.example.org/r/abc", words, StringComparison.Ordinal);
        Assert.Equal(!discreet, words.Contains("Take out names", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_answer_is_told_the_next_morning_and_one_that_comes_in_between_at_once()
    {
        var finished = Finished(To("DSS", "DSS").Answered(1));
        var waits = finished with { Policy = finished.Policy with { StopForMinutes = 10 } };
        // Over on March 1 at 8 PM.
        Assert.Equal(At(3, 2, 9), Departing.OutcomeAt(waits));
        // Over at 5 PM, and with one of ten minutes in which it can be stopped: the answer that comes in between lets it leave.
        var early = waits with { StageSince = Due.AddHours(-3) };
        Assert.Equal(At(3, 2, 9), Departing.OutcomeAt(early));
        Assert.Equal(Due.AddHours(-3).AddMinutes(10), Departing.OutcomeAt(early.Answered(2)));
        // A review of before such a time leaves at once, as it began.
        Assert.Equal(Due, Departing.OutcomeAt(finished with { Policy = finished.Policy with { StopForMinutes = null } }));
    }

    private static string Words(Review review, string member, MessagePurpose purpose) =>
        MemberWords.Compose(review, review.InvitationOf(member)!, purpose, asText: true, discreet: false).Text;
}
