using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

public sealed class CarryingOverTests
{
    [Fact]
    public void Advice_that_is_carried_over_keeps_its_text_for_each_audience_as_it_was_released()
    {
        var before =
            Given.Released(Given.ReportedWithWaiting(), 1, "Names out, they say.", Given.Close.AddDays(9),
                Core.Reviews.Drafts.Audience.Public).State();
        before = Given.Released(before, 2, "Warn us.", Given.Close.AddDays(9)).State();
        before = Supplementing.Send(before, Given.Calendar, before.Supplement!.DueAt).State();
        var review = Given.Preparing() with { Kind = ProjectKind.Continuation, EarlierReview = "r-0" };

        var carried = CarryingOver.Decide(
            review, [new(before.Recommendations[0] with { Dissent = true }, "Names out.", "Names out, they say."),
                new(before.Recommendations[1], "Warn us.")],
            "Nothing changed.", "key-2", Given.Calendar, Given.Now);

        var contents = carried.Change!.Contents.ToDictionary(c => c.Key, c => c.Text, StringComparer.Ordinal);
        var (first, second) = (carried.State().Recommendations[0], carried.State().Recommendations[1]);
        Assert.Equal(("Names out.", "Names out, they say.", true),
            (contents[first.Content], contents[first.PublicRelease!.Content], first.Dissent));
        Assert.Equal(("Warn us.", null), (contents[second.Content], second.PublicRelease));
        Assert.Equal(3, contents.Count);
        Assert.Equal(contents.Keys.Order(StringComparer.Ordinal), carried.Change.Ledger.Single().Contents!.Order(StringComparer.Ordinal));
    }
}
