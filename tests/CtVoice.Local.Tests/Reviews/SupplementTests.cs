using CtVoice.Core.Reviews;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>
/// Words that nobody had decided on when the report went out: never "no changes", never an agency's clock, and one supplement
/// for what is decided after it. Played over HTTP and on the simulated phones, in virtual time.
/// </summary>
public sealed class SupplementTests
{
    [Fact]
    public async Task Nobody_is_told_that_the_report_asked_for_no_changes_while_their_words_wait()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2 with no names");
        await story.AdvanceAsync(TimeSpan.FromDays(60));
        var state = await story.StateAsync();
        Assert.Equal(ReviewStage.Finished, state.Stage);
        Assert.Empty(state.Recommendations);
        foreach (var member in await story.TextersAsync())
        {
            Assert.Contains("outcome", story.PurposesTo(member));
            Assert.All(await story.SentToAsync(member), m => Assert.DoesNotContain("no changes", m.Text, StringComparison.Ordinal));
            Assert.All(await story.SentToAsync(member), m => Assert.DoesNotContain("No pidió cambios", m.Text, StringComparison.Ordinal));
        }
    }
}
