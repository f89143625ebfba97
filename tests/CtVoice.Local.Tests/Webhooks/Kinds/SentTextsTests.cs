using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Words;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Webhooks.Kinds;

/// <summary>
/// What the office types, by the API and on the page, as it lies on the phone of who gets it, kind 13: letters as they are, marks as on a
/// keyboard, in so many parts as were announced. The cases are in <c>sent.txt</c>.
/// </summary>
public sealed partial class SentTextsTests
{
    // Messages that we start to one member on one day.
    private const int ADay = 4;

    [Fact]
    public async Task Every_text_lies_on_the_phone_with_each_letter_as_it_was_typed_and_in_the_parts_that_were_announced()
    {
        await using var story = await ReviewStory.BeginAsync();
        var board = await story.Service<BoardStore>().MembersAsync();
        var members = new Dictionary<string, string> { ["en"] = board[0].Id, ["es"] = board[1].Id };
        foreach (var (n, (language, member)) in members.Index())
            await KindMembers.ReadyAsync(story, member, n, language, Channel.Sms);
        var cases = KindCase.Of(KindCase.Letters);

        var wrong = new List<string>();
        foreach (var (n, one) in cases.GroupBy(c => c.Language).SelectMany(each => each.Index()))
        {
            if (n > 0 && n % ADay == 0)
                await story.AdvanceAsync(TimeSpan.FromDays(1));
            var (typed, sent) = Repeated(one.Message).Split(" => ") is [var left, var right] ? (left, right) : throw new FormatException();
            var phrases = Phrases.In(one.Language);
            var parts = one.From is "desk"
                ? await OnThePageAsync(story, members[one.Language], typed)
                : await ByTheApiAsync(story, members[one.Language], one.Language, typed);
            var lies = await story.SentToAsync(members[one.Language]) is [.., var newest] ? newest.Text : null;
            if (parts != one.Expected || lies != $"{phrases.Board}: {sent} {phrases.StopHint}")
                wrong.Add($"{one.From} {one.Language} | {parts}, not {one.Expected} | {typed} | {lies}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count}:\n{string.Join('\n', wrong)}");
    }

    private static async Task<string> ByTheApiAsync(ReviewStory story, string member, string language, string typed)
    {
        JsonObject Letter() => new()
        {
            ["member"] = member,
            ["texts"] = new JsonArray(new JsonObject { ["language"] = language, ["text"] = typed, ["translator"] = "Marisol Vega" }),
            ["harderBecause"] = "A test of how it is sent.",
        };
        var check = await story.AskAsync(HttpMethod.Post, "/api/letters/check", "coordinator", Letter());
        var written = await story.AskAsync(HttpMethod.Post, "/api/letters", "coordinator", Letter());
        await story.SettleAsync();
        return written.Status is HttpStatusCode.Created
            ? check.Body["texts"]![0]!["parts"]!.GetValue<int>().ToString(CultureInfo.InvariantCulture)
            : written.Text;
    }

    private static async Task<string> OnThePageAsync(ReviewStory story, string member, string typed)
    {
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        await browser.OpenAsync($"/desk/letters/new?member={member}");
        var translated = browser.Page.QuerySelector("[name='texts/0/translator']") is not null;
        await browser.DoAsync("letter",
            [
                ("texts/0/text", typed), ("harderBecause", "A test of how it is sent."),
                .. translated ? new (string, string?)[] { ("texts/0/translator", "Marisol Vega") } : [],
            ]);
        var parts = Announced().Match(browser.Words).Groups[1].Value;
        await browser.DoAsync("letter");
        return parts;
    }

    private static string Repeated(string text) => Times().Replace(text, m =>
        new string(m.Groups[2].Value[0], int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"<(\d+)\*(.)>")]
    private static partial Regex Times();

    [GeneratedRegex(@"A text of (\d+) parts?")]
    private static partial Regex Announced();
}
