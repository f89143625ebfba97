using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Texts;
using static CtVoice.Core.Tests.Reviews.Staged;

namespace CtVoice.Core.Tests.Reviews;

public sealed class MemberWordsTests
{
    [Fact]
    public void Members_read_the_words_that_were_released_and_not_those_of_the_project()
    {
        var review = Preparing();
        var text = review.TextIn("en")!;
        review = WritingTexts.Write(
            review, "en", new("They want to look at two lists.", [new("May they match the lists?", []), .. text.Questions.Skip(1)]),
            Core.Ledger.Actor.Coordinator(Key), Now).Change!.State;
        AttachedNote note =
            new("n-1", "One in ten people is poor.", "ACS table B17001", "https://data.census.gov/", "2024", new(2025, 12, 1));
        foreach (var language in ReleasingTexts.Needed(review))
            review = ReleasingTexts.Release(review, new(language), language == "en" ? [note] : [], Key, Now).Change!.State;
        review = Inviting.Open(review, Now).Change!.State;

        var mail = MemberWords.Compose(review, review.Invitations.First(i => i.Language == "en"), MessagePurpose.Invitation, asText: false,
            discreet: false).Text;

        Assert.Contains("They want to look at two lists.", mail, StringComparison.Ordinal);
        Assert.Contains("May they match the lists? Reply 1 yes; 2 yes, with changes; 3 no.", mail, StringComparison.Ordinal);
        Assert.Contains("- One in ten people is poor. (ACS table B17001, 2025: https://data.census.gov/)", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(Project.Texts["en"].Summary, mail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_asked_in_a_language_that_was_not_released()
    {
        var review = ReleasingTexts.Release(Preparing(8), new("en"), [], Key, Now).Change!.State;

        Assert.Null(Inviting.Open(review, Now).Change);
        Assert.Throws<InvalidOperationException>(() => MemberWords.Question(review, "es", 1));
    }
}
