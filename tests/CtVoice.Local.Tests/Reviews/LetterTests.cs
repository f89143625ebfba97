using System.Net;
using CtVoice.Core.Letters;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>The office writes by itself: to one member, or a note to a panel.</summary>
public sealed class LetterTests
{
    [Fact]
    public async Task A_note_to_a_panel_is_checked_on_a_page_stopped_and_sent_and_whoever_wants_no_topic_is_called()
    {
        await using var story = await BeginAsync(stoppable: true);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        var texters = await story.TextersAsync();
        await story.ChangeAsync(texters[0], m => m with { Discreet = true });
        await story.ChangeAsync(texters[1], m => m with { Discreet = false });
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");

        // What is never in a text is refused at its field, and nothing is stored.
        await browser.OpenAsync($"/desk/letters/new?review={story.Id}");
        await browser.SendAsync("letter", Words("Your SNAP case 12345678 is closed."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("It names a status (snap)", browser.Words, StringComparison.OrdinalIgnoreCase);

        // Checked, sent, stopped: nobody gets it, and the steps say so.
        await WriteAsync("We were wrong about the day. We are sorry.");
        Assert.Contains("Until then one press stops it", browser.Words, StringComparison.Ordinal);
        await browser.DoAsync("letter");
        await browser.DoAsync("stop");
        await story.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.DoesNotContain(story.Carrier.Sent, key => key.StartsWith("letter|", StringComparison.Ordinal));
        Assert.Single(await story.LedgerAsync("note-stopped"));

        // Sent and not stopped: by text to whoever may read it there, by a person to the other.
        await browser.OpenAsync($"/desk/letters/new?review={story.Id}");
        await WriteAsync("We were wrong about the day. It is Monday.");
        await browser.DoAsync("letter");
        await story.AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("It is Monday", (await story.SentToAsync(texters[1]))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains((await story.SentToAsync(texters[1]))
            .Select(m => m.Text), t => t.Contains("It is Monday", StringComparison.Ordinal)
                || t.Contains("El lunes", StringComparison.Ordinal));
        Assert.DoesNotContain((await story.SentToAsync(texters[0]))
            .Select(m => m.Text), t => t.Contains("Monday", StringComparison.Ordinal) || t.Contains("El lunes", StringComparison.Ordinal));
        Assert.Single(await story.LedgerAsync("note-sent"));
        await browser.SignInAsync("coordinator");
        await browser.OpenAsync("/desk");
        var call = browser.Page.QuerySelectorAll("a")
            .Single(a => a.TextContent.Contains("Call members whom a letter", StringComparison.Ordinal)).GetAttribute("href")!;
        await browser.OpenAsync(call);
        Assert.Contains("whether we may call", browser.Words, StringComparison.Ordinal);
        await browser.DoAsync($"called-{texters[0]}");
        var letter = (await story.Service<LetterBox>().AllAsync())[0];
        Assert.Equal(LetterState.Called, letter.To.Single(r => r.MemberId == texters[0]).State);

        async Task WriteAsync(string english)
        {
            await browser.OpenAsync($"/desk/letters/new?review={story.Id}");
            await browser.DoAsync("letter", Words(english));
        }

        // In whatever languages the panel reads.
        (string, string?)[] Words(string english) => browser.Page.QuerySelector("[name='texts/1/text']") is null
            ? [("texts/0/text", english)]
            : [("texts/0/text", english), ("texts/1/text", "Nos equivocamos. El lunes es el día."), ("texts/1/translator", "Marisol Vega")];
    }
}
