using System.Net;
using CtVoice.Core.Reviews;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Trial;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Trial;

/// <summary>What an empty folder opens with, and that nobody ever meets it half.</summary>
public sealed class FillingTests
{
    [Fact]
    public async Task An_empty_folder_opens_with_a_finished_an_overdue_and_an_open_review_also_after_the_first_filling_was_broken_off()
    {
        using var parent = new TempFolder();
        var folder = Path.Combine(parent.Path, "trial");
        await using (await StartAsync(folder, _ => { }))
        {
            // Stopped in the middle.
        }
        Assert.True(Filling.IsHalf(folder));
        var looked = await Typed.RunAsync("verify", "--data", folder);
        Assert.NotEqual(0, looked.ExitCode);
        Assert.Contains("the next start of serve begins it anew", looked.Error, StringComparison.Ordinal);

        var told = new List<string>();
        await using var host = await StartAsync(folder, told.Add);
        using var http = new HttpClient { BaseAddress = host.Url };
        using var page = await http.GetAsync(new Uri("/register", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "1"), (page.StatusCode, page.Headers.GetValues("Refresh").Single()));
        Assert.Contains("This trial copy is being filled", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health", UriKind.Relative))).StatusCode);
        // A program gets its answer a little later, and it is whole.
        var register = await http.GetStringAsync(new Uri("/api/register?year=all", UriKind.Relative));
        await host.Filled;

        Assert.Equal(3, told.Count);
        Assert.False(Filling.IsHalf(folder));
        Assert.Equal(Filling.Opens, host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var reviews = host.Services.GetRequiredService<ReviewStore>();
        var all = new List<Review>();
        foreach (var id in await reviews.AllIdsAsync())
        {
            Assert.Contains(id, register, StringComparison.Ordinal);
            Assert.Equal([], await reviews.VerifyAsync(id));
            all.Add((await reviews.ReadAsync(id))!.State);
        }
        Assert.Equal(3, all.Count);
        var finished = Assert.Single(all, r => r.Recommendations.Count > 0 && r.Recommendations.All(n => !n.Waits));
        Assert.True(finished.ResidentsNotAnswered);
        Assert.Single(finished.Recommendations, r => r.Commitment is { Delivered: false, NotDeliveredSince: not null });
        Assert.Single(finished.Recommendations, r => r.Commitment is { Delivered: true });
        Assert.Single(finished.Recommendations, r => r.Answer!.Kind is AnswerKind.NotAdopted);
        Assert.Single(all, r => r.Recommendations.Any(n => n is { Waits: true, OverdueSince: not null }));
        Assert.Single(all, r => r.Stage is ReviewStage.Open && r.Replies.Count == 0);
        Assert.Contains("Step 3 of 8: residents get the question", await http.GetStringAsync(new Uri("/register", UriKind.Relative)),
            StringComparison.Ordinal);

        // Begun anew, the tour leaves nobody's phone waiting for an answer that goes nowhere.
        using var begin = new FormUrlEncodedContent([new("do", "begin")]);
        using var begun = await http.PostAsync(new Uri("/trial/tour", UriKind.Relative), begin);
        Assert.Contains("Step 1 of 8: an agency sends its project", await begun.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(ReviewStage.Cancelled, (await reviews.ReadAsync(all.Single(r => r.Stage is ReviewStage.Open).Id))!.State.Stage);
    }

    private static Task<LocalHost> StartAsync(string folder, Action<string> tell) =>
        LocalHost.StartAsync(new(folder, Port: 0)
        { Clock = new StandingClock(new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero)), TimePasses = false, Trial = true, Fills = tell });
}
