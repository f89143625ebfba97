using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Leaks;

/// <summary>
/// After the whole demo everything is read that an agency, the public or an operator can read, and none of it says who sits
/// on the panel, how or when anybody answered, or a word that nobody released.
/// </summary>
public sealed class LeakTests
{
    /// <summary>Properties that would tell something of a member, whatever their value.</summary>
    private static readonly HashSet<string> Telltale = new(StringComparer.OrdinalIgnoreCase)
    {
        "member", "memberId", "pseudonym", "channel", "channels", "phone", "receivedAt", "reserve", "seats", "passed",
    };

    [Fact]
    public async Task Nothing_that_others_can_read_after_the_demo_tells_of_a_member()
    {
        using var folder = new TempFolder();
        using var heard = new EveryWord();
        await using var host = await LocalHost.StartAsync(
            new(folder.Path, Port: 0) { Clock = new UnhurriedClock(DemoRun.Start), TimePasses = false }, heard.ListenTo);
        var subscription = await SubscribeAsync(host, folder.Path, "DSS");
        var review = await DemoRun.PlayAsync(host, folder.Path, TextWriter.Null, CancellationToken.None);
        var secrets = await Secrets.OfAsync(host, review);
        var leaks = new List<string>();
        Assert.True(secrets is { Objections: > 0, Drafts: > 0, ForAgenciesOnly: > 0 }, "The demo holds nothing back any more.");

        foreach (var (who, roles) in new[]
            { (null, Array.Empty<Role>()), ("DSS", [Role.Agency]), ("CCEH", [Role.Agency]), ("SDE", new[] { Role.Agency }) })
        {
            var read = new List<string>();
            await foreach (var (path, status, text) in AnswersAsync(host, folder.Path, who, roles, review, subscription))
            {
                Assert.NotEqual(HttpStatusCode.TooManyRequests, status);
                if (status is HttpStatusCode.OK)
                    read.Add(path);
                var found = who is null ? secrets.InPublic(text) : secrets.In(text);
                // A project names the person to ask at the agency, as the agency itself wrote it.
                var ofContact = path == $"api/reviews/{review}/project" || path == $"api/reviews/{review}/exhibit-a";
                var telltale = TelltaleIn(text).Where(what => !ofContact || what != "the property phone");
                leaks.AddRange(found.Concat(telltale).Select(what => $"{path} as {who ?? "anybody"}: {what}"));
            }
            foreach (var path in ForEverybody(review))
                Assert.Contains(path, read);
        }
        var members = (await host.Services.GetRequiredService<Core.Board.BoardStore>().MembersAsync()).Select(m => m.Id);
        var inboxes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in members)
        {
            if ((await host.Services.GetRequiredService<Core.Board.ContactStore>().ForSendingAsync(member))?.Email is { } address)
                inboxes.Add(address);
        }
        var toAgencies = heard.Emails.Where(e => !inboxes.Contains(e.To)).ToList();
        Assert.NotEmpty(toAgencies);
        leaks.AddRange(toAgencies.SelectMany(e => secrets.In($"{e.Subject}\n{e.Text}").Select(what => $"an email to {e.To}: {what}")));
        Assert.Contains(heard.Events, told => told.Body.Contains("ctvoice.answer.overdue", StringComparison.Ordinal));
        leaks.AddRange(
            heard.Events.SelectMany(told => secrets.In(told.Body).Concat(TelltaleIn(told.Body))
                .Select(what => $"an event: {what}: {told.Body}")));
        Assert.NotEmpty(heard.Logs);
        leaks.AddRange(heard.Logs.SelectMany(line => secrets.InLog(line).Select(what => $"a log line: {what}")));
        Assert.NotEmpty(heard.Traces);
        leaks.AddRange(heard.Traces.SelectMany(trace => secrets.InLog(trace).Select(what => $"a trace: {what}")));

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Distinct()));
    }

    /// <summary>Pages, data, table and feed that everybody reads.</summary>
    private static IEnumerable<string> ForEverybody(string review) =>
    [
        "register", $"register/{review}", "register/landscape", "api/register", $"api/register/{review}", $"api/register/{review}/report",
        "api/register.csv", "api/register.atom", "api/register/landscape.csv", "api/register/checkpoints/1",
    ];

    private static async Task<string> SubscribeAsync(LocalHost host, string folder, string agency)
    {
        using var client = new HttpClient { BaseAddress = host.Url };
        client.DefaultRequestHeaders.Add("X-Api-Key", File.ReadAllText(FirstStart.KeyPath(folder, agency)).Trim());
        using var answer = await client.PostAsJsonAsync("api/subscriptions", new { url = "https://hooks.example.org/ctvoice" });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("subscription")
            .GetProperty("id").GetString()!;
    }

    private static async IAsyncEnumerable<(string Path, HttpStatusCode Status, string Text)> AnswersAsync(
        LocalHost host, string folder, string? who, Role[] roles, string review, string subscription)
    {
        using var client = new HttpClient { BaseAddress = host.Url };
        if (who is not null)
            client.DefaultRequestHeaders.Add("X-Api-Key", File.ReadAllText(FirstStart.KeyPath(folder, who)).Trim());
        foreach (var route in Operation.All(host.Services.GetRequiredService<EndpointDataSource>()))
        {
            var open = route.Access.Kind == AccessKind.Public || route.Access.Roles.Intersect(roles).Any();
            // The simulators are the residents' own phones; the examples of the API are about the same fictional people.
            if (route.Method != "GET" || !open || route.Template.StartsWith("sim", StringComparison.Ordinal)
                || route.Template == "openapi.json")
                continue;
            foreach (var path in PathsOf(route, review, subscription))
            {
                using var answer = await client.GetAsync(path);
                yield return (path, answer.StatusCode, $"{answer.Headers}\n{await answer.Content.ReadAsStringAsync()}");
            }
        }
    }

    private static IEnumerable<string> PathsOf(Operation route, string review, string subscription)
    {
        var numbered = route.Values.Any(name => ValueOf(route, name, review, subscription).Contains("{n}", StringComparison.Ordinal));
        var path = route.Values.Aggregate(route.Template,
            (text, name) => text.Replace($"{{{name}}}", ValueOf(route, name, review, subscription), StringComparison.Ordinal));
        return numbered
            ? Enumerable.Range(1, 5).Select(n => path.Replace("{n}", n.ToString(null as IFormatProvider), StringComparison.Ordinal))
            : [path];
    }

    private static string ValueOf(Operation route, string name, string review, string subscription) => name switch
    {
        "id" when route.Template.StartsWith("api/agencies", StringComparison.Ordinal) => "DSS",
        "id" => route.Template.StartsWith("api/subscriptions", StringComparison.Ordinal) ? subscription : review,
        "agency" => "DSS",
        "population" => "2054-5",
        "number" => "{n}",
        "language" => "es",
        "step" => "what",
        "point" => "danger-lists",
        // Whoever holds a member's link is that member; others can only guess.
        "token" => "guessed",
        _ => throw new InvalidOperationException($"This test does not know a value for {{{name}}} of {route.Template}."),
    };

    private static IEnumerable<string> TelltaleIn(string text)
    {
        var start = text.IndexOf("\n\n", StringComparison.Ordinal) is var gap and >= 0 ? text[gap..].TrimStart() : text;
        if (start is not ['{' or '[', ..])
            return [];
        using var json = JsonDocument.Parse(start);
        return [.. Properties(json.RootElement).Where(Telltale.Contains).Distinct().Select(name => $"the property {name}")];
    }

    private static IEnumerable<string> Properties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Properties(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Properties),
        _ => [],
    };
}
