using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.CarryingOn;

/// <summary>What a later version left when it was taken back in the middle of something: it waits, and everything else goes on.</summary>
public sealed class LaterVersionTests
{
    [Fact]
    public async Task An_effect_that_only_a_later_version_knows_waits_for_it_and_the_review_goes_on()
    {
        await using var story = await ReviewStory.AskedAsync();
        var (records, due) = (story.Service<TableSet>().Records, story.Service<DueRows>());
        var left = await due.AddAsync(new(ReviewStore.DueKind, story.Id), ReviewStory.Monday);
        var later = new TableRow($"review|{story.Id}", "effect|000000000099|000").With("effect", """{"$type":"of-a-later-version"}""")
            .With("due", left.Name);
        _ = await records.SubmitAsync(later.Partition, [new TableOperation.Insert(later)]);

        var swept = await story.Service<Sweep>().RunAsync();
        await story.AnswersAsync((await story.TextersAsync())[0], "2 without names");

        Assert.IsType<InvalidOperationException>(Assert.Single(swept.Failures));
        Assert.Single((await story.StateAsync()).Replies);
        // The later version finds it, and is told by the same row that it is there.
        Assert.NotNull(await records.GetAsync(later.Partition, later.Key));
        Assert.Contains(await due.ReadAsync(ReviewStory.Monday.AddDays(30)), row => row.Name == left.Name);
    }
}
