using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using static CtVoice.Core.Reviews.Drafts.WritingDrafts;

namespace CtVoice.Core.Tests.Reviews.Drafts;

/// <summary>Recommendations as a person writes them: m-01 and m-02 replied 2 with words, replies 1 and 2.</summary>
public sealed class WritingDraftsTests
{
    private static readonly DateTimeOffset Now = Given.Close.AddHours(14);

    [Fact]
    public void Drafts_are_written_between_the_close_and_the_report_and_at_no_other_time()
    {
        Assert.Equal(Outcome.Done, Create(Given.Closed(), Written(), "key-2", Now).Result.Outcome);
        Assert.Equal(Outcome.NotNow, Create(Given.Asked().With("m-01", 2, "words"), Written(), "key-2", Now).Result.Outcome);
        Assert.Equal(Outcome.NotNow, Create(Given.Reported(), Written(), "key-2", Now).Result.Outcome);
    }

    [Fact]
    public void A_draft_says_who_must_answer_which_replies_it_is_made_from_and_who_is_on_which_side()
    {
        Assert.Equal("/addressee", Faulty(Written() with { Addressee = "OEC" }));
        Assert.All(["DSS", "CCEH", Addressees.DataGoverningBoard, Addressees.Opm],
            code => Assert.Null(Faulty(Written() with { Addressee = code })));
        Assert.Equal("/from", Faulty(Written() with { From = [] }));
        Assert.Equal("/from/1", Faulty(Written() with { From = [1, 9] }));
        Assert.Equal("/text", Faulty(Written() with { Text = " " }));
        Assert.Equal("/text", Faulty(Written() with { Text = new string('x', Longest + 1) }));
        Assert.Equal("/opposes", Faulty(Written() with { Supports = [1], Opposes = [1] }));
        Assert.Equal("/supports/0", Faulty(Written() with { Supports = [3] }));

        static string? Faulty(Written written) =>
            Create(Given.Closed(), written, "key-2", Now).Result.Faults is [var first, ..] ? first.Pointer : null;
    }

    [Fact]
    public void Members_are_counted_once_however_many_replies_of_theirs_count()
    {
        var review = Given.Asked(questions: 2).With("m-01", 2, "a", Given.Now, "1").With("m-01", 3, "b", Given.Now.AddMinutes(5), "2")
            .With("m-02", 1, "c", Given.Now, "3");
        Assert.Equal(new Voices(1, 1), Voices.Of(review, [1, 2], [3]));
        var withdrawn = TakingBack.Withdraw(review, "m-02", "sms|back", Given.Now.AddHours(1), Given.Now.AddHours(1)).State();
        Assert.Equal(new Voices(1, 0), Voices.Of(withdrawn, [1, 2], [3]));
    }

    [Fact]
    public void Other_words_need_a_reason_and_a_release_of_their_own_and_are_counted()
    {
        var review = Released(OneDraft(), 1);
        var draft = review.Drafting.Drafts[0];
        Assert.Equal("/reason", Change(review, 1, Written("Other words."), null, draft.Tag, "key-2", Now).Result.Faults.Single().Pointer);

        var reworded = Change(review, 1, Written("Other words."), "Plainer.", draft.Tag, "key-2", Now);
        Assert.Equal(["recommendation-reworded"], reworded.Types());
        Assert.Equal((1, null), (reworded.State().Drafting.Reworded, reworded.State().Drafting.Drafts[0].Release));

        var moved = Change(review, 1, Written(null) with { Addressee = "OPM" }, null, draft.Tag, "key-2", Now);
        Assert.Equal(["recommendation-changed"], moved.Types());
        Assert.Equal((0, "OPM"), (moved.State().Drafting.Reworded, moved.State().Drafting.Drafts[0].Addressee));
        Assert.NotNull(moved.State().Drafting.Drafts[0].Release);
    }

    [Fact]
    public void A_change_of_what_somebody_else_changed_meanwhile_is_refused()
    {
        var review = OneDraft();
        var tag = review.Drafting.Drafts[0].Tag;
        var changed = Change(review, 1, Written("Other words."), "Plainer.", tag, "key-2", Now).State();
        Assert.Equal(Outcome.Changed, Change(changed, 1, Written("Mine."), "Mine.", tag, "key-3", Now).Result.Outcome);
        Assert.Equal(Outcome.Changed, Drop(changed, 1, "Mine.", tag, "key-3", Now).Result.Outcome);
        Assert.Equal(Outcome.Changed, Order(changed, [1], review.Drafting.Tag, "key-3", Now).Result.Outcome);
        Assert.Equal(Outcome.NotFound, Drop(changed, 7, "Mine.", tag, "key-3", Now).Result.Outcome);
        Assert.Equal(ReleasingWords.Outcome.Changed,
            ReleasingWords.Release(changed, new(WordsOf.Draft, 1), Audience.Agency, "x", tag, "key-3", Given.Calendar, Now).Result);
    }

    [Fact]
    public void Merging_keeps_every_reply_on_its_side_takes_the_first_place_and_never_takes_dissent_in()
    {
        var review = Create(OneDraft(), Written("Second.") with { From = [2], Supports = [2] }, "key-2", Now).State();
        review = Create(review, Written("Names are needed.") with { Kind = DraftKind.Dissent, From = [2] }, "key-2", Now).State();
        Assert.Equal("/drafts", Join(review, 1, 3).Result.Faults.Single().Pointer);
        Assert.Equal("/drafts", Join(review, 1).Result.Faults.Single().Pointer);
        Assert.Equal("/drafts", Join(review, 1, 1).Result.Faults.Single().Pointer);

        var merged = Join(review, 2, 1);
        Assert.Equal(["recommendations-merged"], merged.Types());
        var drafting = merged.State().Drafting;
        Assert.Equal([4, 3], drafting.Drafts.Select(d => d.Id));
        Assert.Equal(2, drafting.Merged);
        Assert.Equal([1, 2], drafting.Drafts[0].From);
        Assert.Equal([1, 2], drafting.Drafts[0].Supports);

        static Decided<WritingDrafts.Answer> Join(Review review, params int[] ids) =>
            Merge(review, ids, "Both.", "DSS", "The same.", review.Drafting.Tag, "key-2", Now);
    }

    [Fact]
    public void A_dropped_draft_is_counted_with_its_reason_and_its_replies_are_seen_to_be_not_taken_up()
    {
        var review = Create(OneDraft(), Written() with { From = [2], Supports = [2] }, "key-2", Now).State();
        Assert.Empty(NotTakenUp(review));
        var dropped = Drop(review, 1, "It repeats.", review.Drafting.Drafts[0].Tag, "key-2", Now);
        Assert.Equal("It repeats.", dropped.Change!.Ledger.Single().Facts["reason"]!.GetValue<string>());
        Assert.Equal(1, dropped.State().Drafting.Dropped);
        Assert.Equal([1], NotTakenUp(dropped.State()));
        Assert.Empty(NotTakenUp(Given.Closed()));
    }

    [Fact]
    public void A_translation_belongs_to_the_text_that_is_released_and_goes_when_that_goes()
    {
        var review = OneDraft();
        Assert.Equal("", Say(review, "es").Result.Faults.Single().Pointer);
        review = Released(review, 1);
        Assert.Equal("/language", Say(review, "pl").Result.Faults.Single().Pointer);
        Assert.Equal("/language", Say(review, "en").Result.Faults.Single().Pointer);
        review = Say(review, "es").State();
        Assert.Equal("Ana Silva", review.Drafting.Drafts[0].Translations.Single().Translator);
        var back = ReleasingWords.TakeBack(review, new(WordsOf.Draft, 1), Audience.Agency, "A name is left.", "key-2", Now).State();
        Assert.Empty(back.Drafting.Drafts[0].Translations);

        static Decided<WritingDrafts.Answer> Say(Review review, string language) =>
            TranslatingDrafts.Decide(review, 1, language, "Ana Silva", "Sin nombres.", review.Drafting.Drafts[0].Tag, "key-2", Now);
    }

    [Fact]
    public void When_somebody_wrote_only_released_drafts_go_out_and_a_draft_whose_replies_were_all_taken_back_does_not()
    {
        var review = Given.Released(OneDraft(), 2, "Warn us.", Now).State();
        review = Released(Create(review, Written("Not released.") with { From = [1] }, "key-2", Now).State(), 1);
        review = Released(Create(review, Written("From two.") with { From = [2], Supports = [2] }, "key-2", Now).State(), 3);
        var due = Reporting.GoesOutAt(review, Given.Calendar)!.At;
        Assert.Equal([1, 3], Reporting.Send(review, Given.Calendar, due).State().Recommendations.Select(r => r.Draft!.Value));

        var withdrawn = TakingBack.Withdraw(review, "m-02", "sms|back", Now, Now).State();
        var sent = Reporting.Send(withdrawn, Given.Calendar, due).State();
        Assert.Equal([1], sent.Recommendations.Select(r => r.Draft!.Value));
        Assert.Equal(1, sent.Drafting.Find(1)!.Became);
        Assert.Equal(Outcome.NotNow, Drop(sent, 1, "Late.", sent.Drafting.Find(1)!.Tag, "key-2", due).Result.Outcome);
    }

    [Fact]
    public void Drafts_released_after_the_report_get_the_next_numbers_in_the_supplement_and_one_clock()
    {
        var review = Released(Create(OneDraft(), Written("Later.") with { Addressee = Addressees.Opm }, "key-2", Now).State(), 1);
        review = Create(Create(review, Written("Later still."), "key-2", Now).State(), Written("Never."), "key-2", Now).State();
        var sent = Given.Sent(review);
        var due = sent.Supplement!.DueAt;
        var late = Release(Release(sent, 2, due.AddDays(-8)).State(), 3, due.AddDays(-1)).State();
        Assert.Single(late.Recommendations);
        Assert.False(Supplementing.Send(late, Given.Calendar, due.AddTicks(-1)).Result);

        var supplement = Supplementing.Send(late, Given.Calendar, due);

        Assert.Equal(["supplement-sent", "recommendation-made", "recommendation-made"], supplement.Types());
        Assert.Contains(new Effect.StartAccountability(3), supplement.Change!.Effects);
        var added = supplement.State().Recommendations.Skip(1).ToList();
        Assert.Equal([(2, Addressees.Opm, due), (3, "DSS", due)], added.Select(r => (r.Number, r.Addressee, r.SentAt)));
        Assert.Equal(added[0].DueAt, added[1].DueAt);
        Assert.False(Supplementing.Send(supplement.State(), Given.Calendar, due.AddDays(1)).Result);
        // There is one supplement: what nobody released by then leaves by no way any more.
        Assert.Equal(ReleasingWords.Outcome.NotNow, Release(supplement.State(), 4, due).Result);
        // A review that was begun before there were supplements sends it at once.
        Assert.Equal(["recommendation-released", "recommendation-made"],
            Release(sent with { BegunBy = ReviewVersions.First, Supplement = null }, 2, due).Types());

        static Decided<ReleasingWords.Outcome> Release(Review review, int draft, DateTimeOffset at) => ReleasingWords.Release(
            review, new(WordsOf.Draft, draft), Audience.Agency, "Later.", review.Drafting.Find(draft)!.Tag, "key-2", Given.Calendar, at);
    }

    internal static Review OneDraft() => Create(Given.Closed(), Written(), "key-2", Now).State();

    internal static Review Released(Review review, int draft) => ReleasingWords.Release(
        review, new(WordsOf.Draft, draft), Audience.Agency, "Take names out.", review.Drafting.Find(draft)!.Tag, "key-2", Given.Calendar,
        Now).State();

    internal static Written Written(string? text = "Take names out.") => new(DraftKind.Recommendation, text, [1], [1], [], "DSS");
}
