using CtVoice.Local.Commands;
using CtVoice.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Local.Tests.Commands;

public sealed class LongWorkTests
{
    [Fact]
    public void Work_that_takes_long_says_how_far_it_is_once_each_few_seconds()
    {
        var clock = new FakeTimeProvider(TestTime.Monday);
        using var beside = new StringWriter();
        var work = new LongWork(beside, "reviews checked", clock);

        for (var done = 1; done <= 10; done++)
        {
            work.Report(done);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["4 reviews checked so far", "7 reviews checked so far", "10 reviews checked so far"], beside.ToString()
            .ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }

    [Fact]
    public void Work_that_is_soon_done_says_nothing()
    {
        using var beside = new StringWriter();
        new LongWork(beside, "reviews checked", TimeProvider.System).Report(1);
        Assert.Empty(beside.ToString());
    }
}
