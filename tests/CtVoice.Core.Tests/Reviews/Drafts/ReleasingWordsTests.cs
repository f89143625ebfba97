using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Tests.Reviews.Drafts;

/// <summary>No word leaves without a person's release, for each audience on its own.</summary>
public sealed class ReleasingWordsTests
{
    private static readonly DateTimeOffset Now = Given.Close.AddHours(14);

    [Fact]
    public void Each_audience_is_released_on_its_own_and_a_release_is_an_entry_that_says_for_whom()
    {
        var agency = Given.Released(Given.Closed(), 1, "Names out.", Now);
        Assert.Equal("agency", agency.Change!.Ledger.Single().Facts["for"]!.GetValue<string>());
        Assert.Null(agency.State().Replies[0].PublicRelease);
        var both = Given.Released(agency.State(), 1, "Names out, they say.", Now, Audience.Public);
        Assert.Equal("public", both.Change!.Ledger.Single().Facts["for"]!.GetValue<string>());
        Assert.NotEqual(both.State().Replies[0].Release!.Content, both.State().Replies[0].PublicRelease!.Content);
        var sent = Reporting.Send(both.State(), Given.Calendar, Reporting.GoesOutAt(both.State(), Given.Calendar)!.At).State();
        Assert.Equal(both.State().Replies[0].PublicRelease, Assert.Single(sent.Recommendations).PublicRelease);
    }

    [Fact]
    public void A_text_released_for_everybody_after_the_report_reaches_its_recommendation()
    {
        var later = Given.Released(Given.Reported(), 1, "Names out.", Now.AddDays(9), Audience.Public).State();
        Assert.Equal(later.Replies[0].PublicRelease, later.Recommendations[0].PublicRelease);
        Assert.Single(later.Recommendations);
    }

    [Fact]
    public void A_release_is_taken_back_before_the_report_and_not_after_and_its_text_is_kept()
    {
        var released = Given.Released(Given.Closed(), 1, "Names out.", Now).State();
        var name = new TextName(WordsOf.Reply, 1);
        var back = ReleasingWords.TakeBack(released, name, Audience.Agency, "A name is left.", "key-2", Now);
        Assert.Null(back.State().Replies[0].Release);
        var again = Given.Released(back.State(), 1, "All names out.", Now);
        Assert.NotEqual(released.Replies[0].Release!.Content, again.State().Replies[0].Release!.Content);
        Assert.False(ReleasingWords.TakeBack(Given.Closed(), name, Audience.Agency, "None.", "key-2", Now).Result);
        Assert.False(ReleasingWords.TakeBack(Given.Reported(), name, Audience.Agency, "Late.", "key-2", Now.AddDays(9)).Result);
    }

    [Fact]
    public void Numbers_of_people_and_cases_are_masked_whoever_releases_them()
    {
        var released = Given.Released(Given.Closed(), 1, "An ssn is 123-45-6789.", Now);
        Assert.Equal(Masking.Mask("An ssn is 123-45-6789."), released.Change!.Contents.Single().Text);
        Assert.DoesNotContain("6789", released.Change.Contents.Single().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Flags.Acute, true)]
    [InlineData(Flags.Worry, true)]
    // What rows of older versions say.
    [InlineData(Flags.Urgent, true)]
    [InlineData(Flags.OwnCase, true)]
    [InlineData(Flags.ChangeAnswer, false)]
    public void Words_about_danger_or_an_own_case_are_held_until_a_person_releases_them(string flag, bool held)
    {
        var message = Given.Message("m-01", 2, "words") with { HeldBecause = Flags.Holding([flag]) };
        var review = TakingReplies.Decide(Given.Asked(), message, Given.Now).State()
            .With("m-01", null, "and more", Given.Now.AddSeconds(9));
        Assert.Equal(held, Assert.Single(review.Replies).Held);
        Assert.False(Given.Released(review, 1, "words", Now).State().Replies[0].Held);
    }

    [Fact]
    public void What_a_member_wants_counted_only_is_released_for_nobody()
    {
        var message = Given.Message("m-01", 2, "words") with { NotQuoted = true };
        var review = TakingReplies.Decide(Given.Asked(), message, Given.Now).State();
        Assert.Equal(ReleasingWords.Outcome.NotNow, Given.Released(review, 1, "words", Now).Result);
        Assert.Equal(ReleasingWords.Outcome.NotNow, Given.Released(review, 1, "words", Now, Audience.Public).Result);
        Assert.Equal(0, DecidingWords.Undecided(review));
    }

    [Theory]
    [InlineData("reply-3", WordsOf.Reply, 3)]
    [InlineData("draft-12", WordsOf.Draft, 12)]
    [InlineData("objection-1", WordsOf.Objection, 1)]
    public void A_text_is_named_in_the_address_of_its_release(string text, WordsOf of, int number)
    {
        Assert.Equal(new(of, number), TextName.Parse(text));
        Assert.Equal(text, new TextName(of, number).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("reply")]
    [InlineData("reply-")]
    [InlineData("reply--1")]
    [InlineData("0-1")]
    [InlineData("secret-1")]
    [InlineData("reply-99999999999")]
    public void Anything_else_names_no_text(string text) => Assert.Null(TextName.Parse(text));

    [Theory]
    [InlineData("Our LANDLORD must never, get to see it", true)]
    [InlineData("must never get to", false)]
    [InlineData("They fear that our landlord must never get in", true)]
    [InlineData("Keep it from landlords.", false)]
    [InlineData("", false)]
    public void Five_words_in_a_row_are_a_quote(string text, bool quotes) =>
        Assert.Equal(quotes, Verbatim.Repeats(text, "2. our landlord must never get to see it!"));
}
