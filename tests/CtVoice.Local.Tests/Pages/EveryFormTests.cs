using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Pages;

/// <summary>Every form of every page of those who work here, sent by whoever may not, without its token,
/// with hostile words, and twice.</summary>
public sealed partial class EveryFormTests
{
    private const string Hostile =
        "</textarea></title><script>alert(1)</script><img src=x onerror=alert(2)>\" autofocus onfocus=\"alert(3)' {{7*7}} =HYPERLINK(1)";

    // What ends something comes last, or there would be nothing left to send the others to.
    private static readonly string[] Ending = ["remove", "withdraw", "cancel", "dismiss", "erase", "revoke", "links"];

    // Looking at words of residents is written down, and signing in makes a key and a session; nothing else follows from opening a page.
    private static readonly string[] Looking = ["\"partition\":\"views", "\"partition\":\"sessions", "\"partition\":\"keys", "\"end\":"];

    private static readonly (Role Role, string? Agency)[] Everybody =
        [(Role.Coordinator, null), (Role.Deputy, null), (Role.Auditor, null), (Role.Agency, "DSS"), (Role.Agency, "OEC")];

    [Fact]
    public async Task Looking_at_every_page_does_nothing_and_no_form_works_for_another_role_another_agency_or_without_its_token()
    {
        await using var story = await AnsweringAsync();
        var everybody = new List<SitePages>();
        foreach (var (role, agency) in Everybody)
            everybody.Add(await SitePages.OfAsync(story, role, agency));
        var before = await RowsAsync(story);
        foreach (var one in everybody)
            await one.AgainAsync();
        Assert.Equal(before, await RowsAsync(story));
        Assert.True(everybody.Sum(e => e.Forms.Count) > 80, $"{everybody.Sum(e => e.Forms.Count)} forms are too few to mean anything.");

        var wrong = new List<string>();
        foreach (var one in everybody)
        {
            foreach (var form in one.Forms)
            {
                foreach (var token in new[] { "", everybody.First(e => e != one).Token })
                    Expect(form, one, await one.SendAsync(form, (PageSessions.FormTokenField, token)), HttpStatusCode.Forbidden);
                foreach (var other in everybody.Where(e => e.Forms.All(f => f.Shape != form.Shape)))
                    Expect(form, other, await other.SendAsync(form), HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
            }
        }
        Assert.Empty(wrong);
        Assert.Equal(before, await RowsAsync(story));
        everybody.ForEach(e => e.Dispose());

        void Expect(FoundForm form, SitePages by, (HttpStatusCode Status, IHtmlDocument Page) answer, params HttpStatusCode[] expected)
        {
            if (!expected.Contains(answer.Status))
                wrong.Add($"{form.Action}#{form.Id} by {Everybody[everybody.IndexOf(by)]}: {answer.Status}");
        }
    }

    [Theory]
    [InlineData(Role.Coordinator, null)]
    [InlineData(Role.Auditor, null)]
    [InlineData(Role.Agency, "DSS")]
    public async Task Hostile_words_in_every_field_stay_words_and_a_form_that_is_sent_twice_breaks_nothing(Role role, string? agency)
    {
        await using var story = await AnsweringAsync();
        using var pages = await SitePages.OfAsync(story, role, agency);
        foreach (var form in pages.Forms.OrderBy(f => Ending.Any(word => f.Id.StartsWith(word, StringComparison.Ordinal))))
        {
            // Words are refused where a date or a number is asked for; with those filled in right, a form may be taken.
            var everywhere = form.Typed.Select(name => (name, Hostile)).ToArray();
            var inWords = form.Typed.Select(name => (name, form.Words.Contains(name) ? Hostile : Right(name))).ToArray();
            foreach (var fields in new[] { everywhere, inWords, inWords })
            {
                var (status, page) = await pages.SendAsync(form, fields);
                Assert.True((int)status < 500, $"{form.Action}#{form.Id}: {status}");
                Harmless(page, form.Action);
                // A person is told what to type or choose, not what a program should have sent.
                Assert.DoesNotMatch("Missing; send|Must be (a|one of)|Must not be null", page.QuerySelector(".errors")?.TextContent ?? "");
            }
        }
        await story.SettleAsync();
        // What was stored of it is words on every page as well.
        using var again = await SitePages.OfAsync(story, role, agency);
        Assert.All(again.Pages, page => Harmless(page.Value, page.Key));
        Assert.Equal(role
            is not Role.Auditor, again.Pages.Values.Any(page => page.Body!.TextContent.Contains("{{7*7}}", StringComparison.Ordinal)));
    }

    /// <summary>A date or a number, whichever a field of that name asks for.</summary>
    private static string Right(string name) =>
        name.Split('/')[^1] is "on" or "dueOn" or "from" or "to" or "expires" or "date" or "when" or "adviceBy" ? "2027-02-01" : "2";

    private static void Harmless(IHtmlDocument page, string where) =>
        Assert.True(page.QuerySelector("script, [onerror], [onfocus], main img, [autofocus]")
            is null, $"{where} holds what was typed as markup.");

    /// <summary>A review that waits for an answer, another that is being prepared, a message in the pen, a draft of a project.</summary>
    private static async Task<ReviewStory> AnsweringAsync()
    {
        var story = await AnswerTests.ReportedAsync(recommendations: 2);
        var answering = story.Id;
        await story.SubmitAsync(key: "prepared");
        story.Follow(answering);
        _ = await PenPageTests.PennedAsync(story, "SM1", "Who is this?");
        using var agency = await new AgencyBrowser(story).SignInAsync("DSS");
        await agency.GetAsync("/agency/new");
        await agency.SendAsync("begin", []);
        return story;
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(ReviewStory story) =>
        [.. (await story.EveryRowAsync()).Select(row => Sum().Replace(row, ""))
            .Where(row => !Looking.Any(kind => row.Contains(kind, StringComparison.Ordinal)))];

    // Each line of an export has its number and the sum of those before it.
    [GeneratedRegex("\"sha256\":\"[^\"]*\",?|\"n\":\\d+,")]
    private static partial Regex Sum();
}
