using CtVoice.Core.Reviews;
using Microsoft.Extensions.DependencyInjection;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>
/// The review by which costs are told: five members are asked one question by text or mail, each answers, their five
/// recommendations are answered, votes are counted, and a month goes by.
/// </summary>
internal static class FiveMembers
{
    /// <summary>Plays it to its end.</summary>
    internal static async Task<ReviewStory> PlayedAsync(Action<IServiceCollection> change)
    {
        var story = await AskedAsync(policy: Rules with { PanelSize = 5, Alternates = 0 }, change: change);
        await story.EverybodySaysAsync("2 take names out");
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 20, 10));
        for (var n = 1; n <= 5; n++)
            await story.CoordinatorAsync($"replies/{n}/release", []);
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 10));
        for (var n = 1; n <= 5; n++)
            await story.AnswerAsync(n);
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(ReviewStage.Finished, (await story.StateAsync()).Stage);
        return story;
    }
}
