using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Webhooks.Kinds;

/// <summary>
/// What the office and agencies copy into fields, kind 11: addresses, numbers, names, titles and ties with marks that cannot be seen and
/// letters that only look right. The cases are in <c>copied.txt</c>.
/// </summary>
public sealed class CopiedFieldsTests
{
    private const string Phone = "203-555-0142";
    private const string Email = "kind@example.org";

    [Fact]
    public async Task Every_field_keeps_what_was_meant_or_says_why_not_and_warns_of_an_agency_that_there_is_not()
    {
        await using var story = await ReviewStory.BeginAsync();
        var members = (await story.Service<BoardStore>().MembersAsync()).Take(2).ToList();
        await KindMembers.ReadyAsync(story, members[0].Id, 0, "en", Channel.Sms);
        await KindMembers.ReadyAsync(story, members[1].Id, 1, "es", Channel.Sms);
        var cases = KindCase.Of(KindCase.Fields);

        var wrong = new List<string>();
        foreach (var (n, one) in cases.Index())
        {
            var did = one.From switch
            {
                "title" => await TitleAsync(story, one, n),
                "tie" => await TieAsync(story, one, n),
                _ => await ContactAsync(story, members[one.Language is "en" ? 0 : 1].Id, one),
            };
            if (did != one.Expected)
                wrong.Add($"{one.From} {one.Language} | {did}, not {one.Expected} | {one.Message}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count}:\n{string.Join('\n', wrong)}");
    }

    private static async Task<string> ContactAsync(ReviewStory story, string member, KindCase one)
    {
        var contacts = story.Service<ContactStore>();
        await contacts.PutAsync(new(member, "Kind", Phone, Email));
        var before = await contacts.ForSendingAsync(member);
        var answer = await story.AskAsync(HttpMethod.Put, $"/api/members/{member}/contact", "coordinator", new()
        {
            ["name"] = one.From is "name" ? one.Message : "Kind",
            ["phone"] = one.From is "phone" ? one.Message : Phone,
            ["email"] = one.From is "email" ? one.Message : Email,
        });
        var after = (await contacts.ForSendingAsync(member))!;
        return answer.Status is HttpStatusCode.NoContent
            ? $"stored {(one.From is "phone" ? after.Phone : one.From is "email" ? after.Email : after.Name)}"
            : Refused(answer, one, unchanged: before == after);
    }

    private static async Task<string> TitleAsync(ReviewStory story, KindCase one, int n)
    {
        var answer = await story.TrySubmitAsync(key: $"title-{n}", change: project => project["title"] = one.Message);
        return (int)answer.Status >= 300 ? Refused(answer, one, unchanged: true)
            : (await story.StateAsync(answer.Body["id"]!.GetValue<string>())).Title == one.Message ? "taken"
            : "kept otherwise";
    }

    private static async Task<string> TieAsync(ReviewStory story, KindCase one, int n)
    {
        var answer = await story.AskAsync(HttpMethod.Post, "/api/members", "coordinator", new()
        {
            ["id"] = $"m-9{n:00}",
            ["member"] = new JsonObject
            {
                ["languages"] = new JsonArray(one.Language),
                ["channels"] = new JsonArray("sms"),
                ["term"] = new JsonObject { ["from"] = "2027-01-01" },
                ["populations"] = new JsonArray("2054-5"),
                ["experiences"] = new JsonArray("poverty"),
                ["conflicts"] = new JsonArray(new JsonObject { ["agency"] = one.Message, ["kind"] = "contractor" }),
            },
        });
        if (answer.Status is not HttpStatusCode.Created)
            return answer.Text;
        var warnings = (answer.Body["warnings"]?.AsArray() ?? []).Select(w => w!.GetValue<string>()).ToList();
        return warnings switch
        {
            [] => "taken",
            [var only] when one.Expected.StartsWith("warned ", StringComparison.Ordinal)
                && only[only.IndexOf("Did you mean", StringComparison.Ordinal)..].Contains(one.Expected[7..], StringComparison.Ordinal)
                => one.Expected,
            _ => string.Join(' ', warnings),
        };
    }

    private static string Refused(ApiAnswer answer, KindCase one, bool unchanged)
    {
        var why = string.Join(' ', (answer.Body["faults"]?.AsArray() ?? []).Select(f => f!["message"]!.GetValue<string>()));
        return answer.Status is HttpStatusCode.BadRequest && unchanged && one.Expected.StartsWith("refused ", StringComparison.Ordinal)
            && why.Contains(one.Expected[8..], StringComparison.Ordinal) ? one.Expected : $"{answer.Status}: {why}";
    }
}
