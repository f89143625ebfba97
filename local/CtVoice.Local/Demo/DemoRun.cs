using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Core.Reviews;
using CtVoice.Local.Host;
using CtVoice.Local.Time;

namespace CtVoice.Local.Demo;

/// <summary>
/// A whole review in virtual time, through the same HTTP interface, workflows and engine as <c>serve</c>. Members are
/// played by their place on the panel, so that the story holds whoever is chosen.
/// </summary>
internal sealed class DemoRun
{
    /// <summary>When it begins, a Monday morning.</summary>
    internal static readonly DateTimeOffset Start = new(2027, 1, 11, 14, 30, 0, TimeSpan.Zero);

    private readonly DemoClient client;
    private readonly Timeline timeline;
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private string review = "";

    private DemoRun(DemoClient client, Timeline timeline) => (this.client, this.timeline) = (client, timeline);

    /// <summary>Plays it in a folder of its own, which is gone afterwards; 0 when it ended with every ledger verified.</summary>
    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ctvoice-demo-");
        try
        {
            return await RunAsync(new LocalOptions(folder.FullName), output, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Plays it in a data folder and leaves it there, its time included, for <c>serve</c>.</summary>
    /// <exception cref="StartRefusedException">The folder cannot be used, or holds data already.</exception>
    public static async Task<int> KeepAsync(LocalOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.Fresh && Directory.Exists(options.Data) && Directory.EnumerateFileSystemEntries(options.Data).Any())
            throw new StartRefusedException($"{Path.GetFullPath(options.Data)} is not empty. Name another folder with --data, or begin anew with --fresh.");
        var code = await RunAsync(options, output, cancellationToken);
        if (code == 0)
        {
            await output.WriteLineAsync($"""

                Everything is kept in {Path.GetFullPath(options.Data)}
                Walk around in it: start "serve" with the same --data, and open the address that it names.
                """);
        }
        return code;
    }

    private static async Task<int> RunAsync(LocalOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        await using var host = await LocalHost.StartAsync(options with { Port = 0, Clock = new StandingClock(Start), TimePasses = false });
        await PlayAsync(host, options.Data, output, cancellationToken);
        var problems = new List<string>();
        var reviews = host.Services.GetRequiredService<ReviewStore>();
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
            problems.AddRange(await reviews.VerifyAsync(id, cancellationToken) ?? []);
        await output.WriteLineAsync();
        await output.WriteLineAsync(problems.Count == 0 ? "ledger: verified" : "ledger: broken: " + string.Join("; ", problems));
        await host.Services.GetRequiredService<LocalClock>().GoOnFromAsync(TimeProvider.System);
        return problems.Count == 0 ? 0 : 1;
    }

    /// <summary>Plays it on a host whose time stands still at <see cref="Start"/>; gives the id of the review.</summary>
    internal static async Task<string> PlayAsync(LocalHost host, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        using var client = new DemoClient(host.Url, who => File.ReadAllText(FirstStart.KeyPath(folder, who)));
        var run = new DemoRun(client, new(output));
        await run.PlayAsync(cancellationToken);
        return run.review;
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        await AskForReviewAsync(cancellationToken);
        var seats = await ChooseAsync();
        await ReleaseTextsAsync();
        timeline.Chapter("Residents answer");
        await PassAsync("PT1M");
        await ReplyAsync(seats[0], "1");
        await PassAsync("P1D");
        await ReplyAsync(seats[1], "2 only if names are taken out before anything is shared");
        await PassAsync("PT5M");
        await AnswerWhateverIsOpenAsync(seats[0], "Tell people in plain words what you found.");
        await AnswerWhateverIsOpenAsync(seats[1], "Ask us before you cut anything.");
        timeline.Chapter("Silence: reminders, then an alternate joins");
        await PassAsync("P3D");
        await ReplyAsync(seats[2], "3 no. My kids are in that shelter list. They never said yes.");
        await PassAsync("P5D");
        var panel = await client.GetAsync($"/api/reviews/{review}/panel", "coordinator");
        foreach (var seat in panel["reserve"]!.AsArray().Where(s => Text(s!, "standing") is "silent"))
        {
            timeline.At(await NowAsync(), $"{Text(seat!, "memberId")} has joined from the reserve");
            await ReplyAsync(Text(seat!, "memberId"), "1");
        }

        timeline.Chapter("Close and report");
        await PassToAsync(Instant(await ReadAsync(), "window", "closesAt").AddHours(1));
        await ReplyAsync(seats[3], "2 sorry I am late. Keep the data one year, not five.");
        await ReleaseWordsAsync();
        await PassAsync("P4D");
        await ShowReportAsync();

        timeline.Chapter("The agency answers, once in time and once late");
        await AnswerAsync(1, "adopted", "Names and exact dates are dropped after matching.",
            "We will take out all names before we share.", "Vamos a quitar todos los nombres antes de compartir.", "DSS data sharing lead");
        await PassToAsync(Instant((await client.GetAsync($"/api/reviews/{review}/report", "DSS"))["recommendations"]![1]!, "dueAt").AddDays(1));
        await AnswerAsync(2, "not-adopted", "The law lets DSS use these records to run the program.",
            "The law lets us use the list. We will tell families about it at the shelter.", "La ley nos deja usar la lista. Vamos a avisar a las familias en el refugio.", null);
        await PassAsync("P1D");
        await ShowReportAsync();
        timeline.Chapter("The record");
        var ledger = (await client.GetAsync($"/api/reviews/{review}/ledger", "auditor")).AsArray();
        timeline.At(await NowAsync(), string.Create(CultureInfo.InvariantCulture, $"{ledger.Count} entries, from {Text(ledger[0]!["entry"]!, "type")} to {Text(ledger[^1]!["entry"]!, "type")}; last hash {Text(ledger[^1]!, "hash")[..16]}..."));
    }

    private async Task AskForReviewAsync(CancellationToken cancellationToken)
    {
        timeline.Chapter("An agency asks");
        using var reader = new StreamReader(SampleFiles.Open("projects/snap-homelessness.json"));
        using var body = new StringContent(await reader.ReadToEndAsync(cancellationToken), null, "application/json");
        // The same key each time: the same review, so the same panel and the same story.
        var receipt = await client.PostAsync("/api/projects", "DSS", body, idempotencyKey: "demo");
        review = Text(receipt, "id");
        timeline.At(await NowAsync(), $"DSS submits \"{Text(receipt, "title")}\" (review {review})");
        await PassAsync("PT0S");
        var need = (await ReadAsync())["need"]!;
        timeline.At(await NowAsync(), $"Assessment: {Text(need, "outcome")}");
        foreach (var reason in need["reasons"]!.AsArray())
            timeline.More("- " + reason);
    }

    private async Task<IReadOnlyList<string>> ChooseAsync()
    {
        var panel = await client.GetAsync($"/api/reviews/{review}/panel", "coordinator");
        timeline.At(await NowAsync(), "Panel chosen (reasons are for the coordinator and the auditor only)");
        foreach (var seat in panel["seats"]!.AsArray())
            timeline.More($"{Text(seat!, "memberId")} ({Text(seat!, "language")}): {Text(seat!, "reason")}");
        timeline.More("In reserve: " + string.Join(", ", panel["reserve"]!.AsArray().Select(s => Text(s!, "memberId"))));
        var passed = panel["passed"]!.AsArray();
        timeline.More(string.Create(CultureInfo.InvariantCulture, $"{passed.Count} others, each with a reason, e.g. {Text(passed[0]!, "memberId")}: {Text(passed[0]!, "reason")}"));
        return [.. panel["seats"]!.AsArray().Select(s => Text(s!, "memberId"))];
    }

    private async Task ReleaseTextsAsync()
    {
        foreach (var language in (await ReadAsync())["textsWaiting"]!.AsArray().Select(l => l!.GetValue<string>()))
        {
            var text = (await client.GetAsync($"/api/reviews/{review}/texts", "coordinator"))["texts"]!.AsArray().First(t => Text(t!, "language") == language)!;
            await client.PostAsync(
                $"/api/reviews/{review}/texts/{language}/release", "coordinator", new JsonObject { ["version"] = text["version"]!.GetValue<int>() });
            timeline.At(await NowAsync(), $"The coordinator releases the texts in {language}: {Grade(text["whole"]!)}{(Text(text, "translator") is { Length: > 0 } translator ? $", translated by {translator}" : "")}");
            foreach (var part in text["parts"]!.AsArray())
                timeline.More($"{Text(part!, "part")}: {Grade(part!)}");
        }
    }

    private static string Grade(JsonNode reading) => $"{Text(reading, "measure")} {Text(reading, "plain")}, {Text(reading, "verdict")}";

    private async Task ReleaseWordsAsync()
    {
        foreach (var reply in (await client.GetAsync($"/api/reviews/{review}/replies", "coordinator")).AsArray())
        {
            if (reply!["choice"]?.GetValue<int>() is not (2 or 3) || reply["late"]!.GetValue<bool>() || reply["words"]!.AsArray().Count == 0)
                continue;
            var number = reply["number"]!.GetValue<int>();
            await client.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/api/reviews/{review}/replies/{number}/release"), "coordinator", new JsonObject());
            timeline.At(await NowAsync(), string.Create(CultureInfo.InvariantCulture, $"The coordinator releases the words of reply {number}"));
        }
    }

    private async Task AnswerAsync(int number, string kind, string reason, string english, string spanish, string? owner)
    {
        var body = new JsonObject
        {
            ["kind"] = kind,
            ["reason"] = reason,
            ["plainWords"] = new JsonObject { ["en"] = english, ["es"] = spanish },
        };
        body["translator"] = "Marisol Vega";
        if (owner is not null)
        {
            body["owner"] = owner;
            body["dueOn"] = "2027-06-30";
        }
        await client.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/api/reviews/{review}/recommendations/{number}/answer"), "DSS", body);
        timeline.At(await NowAsync(), string.Create(CultureInfo.InvariantCulture, $"DSS answers recommendation {number}: {kind}. \"{english}\""));
    }

    private async Task ShowReportAsync()
    {
        var report = await client.GetAsync($"/api/reviews/{review}/report", "DSS");
        timeline.At(await NowAsync(), $"Report: {report["asked"]} asked, {report["replied"]} replied, {report["waitingForRelease"]} replies wait for release");
        foreach (var item in report["recommendations"]!.AsArray())
        {
            var answer = item!["answer"];
            timeline.More($"{item["number"]}. {Text(item, "text")}");
            timeline.More(answer is null ? $"   due {Local(item["dueAt"]!.GetValue<DateTimeOffset>())}" : $"   {Text(answer, "kind")}{(answer["late"]!.GetValue<bool>() ? ", late" : "")}");
        }
    }

    private async Task ReplyAsync(string member, string text)
    {
        var box = (await client.GetAsync("/sim/members")).AsArray().First(m => Text(m!, "id") == member)!["boxes"]!.AsArray()[0]!.GetValue<string>();
        await client.PostAsync($"/sim/{member}/{box}", null, new JsonObject { ["text"] = text });
        timeline.At(await NowAsync(), $"{member} answers by {box}: \"{text}\"");
        await ShowNewsAsync();
    }

    private async Task AnswerWhateverIsOpenAsync(string member, string text)
    {
        if ((await ReadAsync())["stage"]!.GetValue<string>() == "open")
            await ReplyAsync(member, text);
    }

    private Task PassAsync(string span) => AdvanceAsync(new JsonObject { ["advance"] = span });

    private Task PassToAsync(DateTimeOffset instant) => AdvanceAsync(new JsonObject { ["to"] = instant.ToString("O", CultureInfo.InvariantCulture) });

    private async Task AdvanceAsync(JsonObject step)
    {
        await client.PostAsync("/sim/clock", null, step);
        await ShowNewsAsync();
    }

    /// <summary>What came since the last look, in order: messages, each text once in full, and steps of the record.</summary>
    private async Task ShowNewsAsync()
    {
        var news = new List<(DateTimeOffset At, string Title, string? Text)>();
        foreach (var group in (await NewMessagesAsync()).GroupBy(m => (m.At, m.Text)))
        {
            var known = !texts.Add(group.Key.Text);
            news.Add((group.Key.At, $"To {string.Join(", ", group.Select(m => m.Member))}:{(known ? " the same words as above" : "")}", known ? null : group.Key.Text));
        }
        foreach (var line in (await client.GetAsync($"/api/reviews/{review}/ledger", "auditor")).AsArray())
        {
            var entry = line!["entry"]!;
            if (shown.Add("ledger " + line["number"]) && Sentence(Text(entry, "type"), entry["facts"]!) is { } sentence)
                news.Add((entry["at"]!.GetValue<DateTimeOffset>(), sentence, null));
        }
        foreach (var (at, title, text) in news.OrderBy(n => n.At))
        {
            timeline.At(at, title);
            if (text is not null)
                timeline.More(text);
        }
    }

    private async Task<List<(DateTimeOffset At, string Member, string Text)>> NewMessagesAsync()
    {
        var arrived = new List<(DateTimeOffset At, string Member, string Text)>();
        foreach (var member in (await client.GetAsync("/sim/members")).AsArray())
        {
            foreach (var box in member!["boxes"]!.AsArray().Select(b => b!.GetValue<string>()))
            {
                foreach (var message in (await client.GetAsync($"/sim/{Text(member, "id")}/{box}")).AsArray())
                {
                    if (message!["fromBoard"]!.GetValue<bool>() && shown.Add(Text(message, "id")))
                        arrived.Add((message["at"]!.GetValue<DateTimeOffset>(), Text(member, "id"), Text(message, "text")));
                }
            }
        }
        return arrived;
    }

    /// <summary>A step of the record that the clock brought, for a reader; null for steps that the story tells anyway.</summary>
    private static string? Sentence(string type, JsonNode facts) => type switch
    {
        "window-opened" => $"The response window opens; it closes {Local(facts["closesAt"]!.GetValue<DateTimeOffset>())}",
        "alternate-joined" => $"{Text(facts, "member")} is silent at half of the window; {Text(facts, "joins")} joins",
        "window-extended" => $"The window is extended: {Text(facts, "reason")}",
        "review-closed" => $"The review closes: {facts["replied"]} of {facts["asked"]} replied, quorum {facts["quorum"]}",
        "report-sent" => $"The report goes out with {facts["recommendations"]} recommendations",
        "addressee-reminded" => $"{Text(facts, "addressee")} is reminded of recommendation {string.Join(", ", facts["recommendations"]!.AsArray())}",
        "answer-overdue" => $"Recommendation {facts["recommendation"]} is publicly overdue",
        "answer-escalated" => $"Recommendation {string.Join(", ", facts["recommendations"]!.AsArray())} is escalated to OPM",
        "answers-collected" => $"The deadline is over: {facts["answered"]} of {facts["recommendations"]} answered; members are told",
        _ => null,
    };

    private static string Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Core.Calendar.BusinessCalendar.Zone).ToString("dddd, MMMM d 'at' HH:mm", CultureInfo.InvariantCulture);

    private Task<JsonNode> ReadAsync() => client.GetAsync($"/api/reviews/{review}", "coordinator");

    private async Task<DateTimeOffset> NowAsync() => (await client.GetAsync("/sim/clock"))["now"]!.GetValue<DateTimeOffset>();

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";

    private static DateTimeOffset Instant(JsonNode node, params ReadOnlySpan<string> path)
    {
        var at = node;
        foreach (var name in path)
            at = at[name]!;
        return at.GetValue<DateTimeOffset>();
    }
}
