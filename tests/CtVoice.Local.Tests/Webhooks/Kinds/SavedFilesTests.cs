using System.Net;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Webhooks.Kinds;

/// <summary>
/// Files as spreadsheets save them, sent to the board, the inventory and the catalogue, kind 14: each letter arrives, or nothing is stored
/// and the answer says why. The cases are in <c>files.txt</c>.
/// </summary>
public sealed class SavedFilesTests
{
    private const string Member = "m-90";

    [Fact]
    public async Task Every_file_arrives_with_each_letter_or_is_refused_whole_with_its_row_and_what_to_do()
    {
        await using var story = await ReviewStory.BeginAsync();
        var cases = KindCase.Of(KindCase.Files);

        var wrong = new List<string>();
        foreach (var one in cases)
        {
            var (how, text) = one.Message.Split(" | ", 2) is [var first, var rest] ? (first, rest) : throw new FormatException();
            var file = Saved(how, text);
            var before = await StoredAsync(story, one.From);
            var said = one.From is "desk" ? await OnThePageAsync(story, file) : await ByTheApiAsync(story, one.From, how, file);
            var after = await StoredAsync(story, one.From);
            var did = one.Expected.Split(' ', 2) switch
            {
                ["taken", var value] when said is null && after.Contains(value, StringComparison.Ordinal) => one.Expected,
                ["refused", var words] when said?.Contains(words, StringComparison.Ordinal) is true && before == after => one.Expected,
                _ => $"{said ?? "taken"} {(before == after ? "unchanged" : "changed")}",
            };
            if (did != one.Expected)
                wrong.Add($"{one.From} {one.Language} {how} | {did}, not {one.Expected}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count}:\n{string.Join('\n', wrong)}");
    }

    /// <summary>What is stored of the list that the file is for, in one text.</summary>
    private static async Task<string> StoredAsync(ReviewStory story, string list)
    {
        if (list is "board" or "desk")
            return (await story.Service<ContactStore>().ForSendingAsync(Member))?.Name ?? "";
        if (list is "inventory")
            return string.Join('\n', (await story.AskAsync(HttpMethod.Get, "/api/inventory", "coordinator")).Body["assets"]!.AsArray()
                .Select(a => a!["name"]!.GetValue<string>()));
        var catalogue = await story.Service<CatalogueStore>().CurrentAsync();
        return string.Join('\n', catalogue.Elements.Select(e => $"{e.Name} {e.Years}"));
    }

    /// <summary>Why it was refused; null when it was taken.</summary>
    private static async Task<string?> ByTheApiAsync(ReviewStory story, string list, string how, byte[] file)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new(how is "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv");
        var answer = await http.AskAsync(
            HttpMethod.Post, list is "board" ? "/api/board/import" : $"/api/{list}?name=kinds", story.Key("coordinator"), content);
        return answer.Status is HttpStatusCode.OK ? null
            : answer.Status is not HttpStatusCode.BadRequest ? answer.Status.ToString()
            : string.Join(' ', answer.Body["faults"]!.AsArray().Select(f =>
                $"Row {string.Concat(f!["pointer"]!.GetValue<string>().Where(char.IsAsciiDigit))}: {f["message"]!.GetValue<string>()}"));
    }

    private static async Task<string?> OnThePageAsync(ReviewStory story, byte[] file)
    {
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/members/import");
        await desk.SendFileAsync("file", "board.csv", file);
        if (desk.Status is not HttpStatusCode.OK || desk.Page.Forms.All(f => f.Id != "do"))
            return desk.Says;
        await desk.SendAsync("do");
        return null;
    }

    private static byte[] Saved(string how, string text) => how switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "utf-16-be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        "utf-16-bare" => Encoding.Unicode.GetBytes(text),
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        "bytes" => Encoding.Latin1.GetBytes(text),
        "xlsx" => Workbook.Of(text),
        _ => throw new FormatException(how),
    };
}
