using System.Globalization;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Demo;

/// <summary>What the chapters share: the review, its people, the clock, and how it is told.</summary>
internal sealed class Story(DemoClient client, Timeline timeline)
{
    private readonly Arrivals arrivals = new(client);
    private readonly HashSet<string> inSpanish = [];
    private ILookup<string, string> boxes = Array.Empty<string>().ToLookup(b => b);

    /// <summary>The product, as everybody reaches it.</summary>
    public DemoClient Client => client;

    /// <summary>Id of the review, once it is asked for.</summary>
    public string Review { get; set; } = "";

    /// <summary>Ids of the members on the panel: those who are written to in English, whom most readers of the demo can follow, before
    /// the others, and each by their place.</summary>
    public IReadOnlyList<string> Seats { get; private set; } = [];

    /// <summary>Ids of the alternates, by their place.</summary>
    public IReadOnlyList<string> Reserve { get; private set; } = [];

    /// <summary>Members of the panel who write text messages, by their place.</summary>
    public IEnumerable<string> Texters => Seats.Where(s => Box(s) == "sms");

    /// <summary>Alternates who write text messages, by their place.</summary>
    public IEnumerable<string> ReserveTexters => Reserve.Where(s => Box(s) == "sms");

    /// <summary>Takes those who were chosen as the people of the story.</summary>
    public async Task MeetAsync(IEnumerable<(string Member, string Language)> seats, IEnumerable<(string Member, string Language)> reserve)
    {
        var (asked, waiting) = (seats.ToList(), reserve.ToList());
        inSpanish.UnionWith(asked.Concat(waiting).Where(s => s.Language == "es").Select(s => s.Member));
        (Seats, Reserve) = ([.. asked.Select(s => s.Member).OrderBy(inSpanish.Contains)], [.. waiting.Select(s => s.Member)]);
        boxes = (await client.GetAsync("/sim/members")).AsArray()
            .SelectMany(m => m!.Items("boxes").Select(b => (Member: m!.Text("id"), Box: b.GetValue<string>())))
            .Where(b => Seats.Contains(b.Member) || Reserve.Contains(b.Member))
            .ToLookup(b => b.Member, b => b.Box);
    }

    /// <summary>Begins a chapter.</summary>
    public void Chapter(string title) => timeline.Chapter(title);

    /// <summary>Something that happens now, and more about it.</summary>
    public async Task TellAsync(string what, params IEnumerable<string> more)
    {
        timeline.At(await NowAsync(), what);
        foreach (var line in more)
            timeline.More(line);
    }

    /// <summary>More about what was told last.</summary>
    public void More(string text) => timeline.More(text);

    /// <summary>Path of the review, or of a part of it.</summary>
    public string At(string part = "") => $"/api/reviews/{Review}{(part.Length > 0 ? "/" + part : "")}";

    /// <summary>Reads the review, or a part of it.</summary>
    public Task<JsonNode> ReadAsync(string part = "", string who = "coordinator") => client.GetAsync(At(part), who);

    /// <summary>Does something about the review.</summary>
    public Task<JsonNode> DoAsync(string part, string who, JsonObject body) => client.PostAsync(At(part), who, body);

    /// <summary>Lets a span of virtual time pass (ISO 8601), and tells what came.</summary>
    public Task PassAsync(string span) => AdvanceAsync(new() { ["advance"] = span });

    /// <summary>Lets virtual time pass to an instant, and tells what came.</summary>
    public Task PassToAsync(DateTimeOffset instant) => AdvanceAsync(new() { ["to"] = instant.ToString("O", CultureInfo.InvariantCulture) });

    /// <summary>Where virtual time stands.</summary>
    public async Task<DateTimeOffset> NowAsync() => (await client.GetAsync("/sim/clock")).Instant("now");

    /// <summary>Words of a member, in the language in which they are written to.</summary>
    public string In(string member, string english, string spanish) => inSpanish.Contains(member) ? spanish : english;

    /// <summary>A member writes to the board from their first phone or inbox.</summary>
    public async Task SaysAsync(string member, string text)
    {
        var box = Box(member);
        await client.PostAsync($"/sim/{member}/{box}", null, new JsonObject { ["text"] = text });
        await TellAsync($"{member} answers by {box}: \"{text}\"");
        await TellNewsAsync();
    }

    /// <summary>The newest message that a member got from the board and that holds some words.</summary>
    public async Task<string> NewestAsync(string member, string holding) =>
        (await client.GetAsync($"/sim/{member}/{Box(member)}")).AsArray()
            .Where(m => m!["fromBoard"]!.GetValue<bool>() && m.Text("text").Contains(holding, StringComparison.Ordinal))
            .OrderBy(m => m!.Instant("at")).Last()!.Text("text");

    /// <summary>Tells what came since the last look.</summary>
    public Task TellNewsAsync() => arrivals.TellAsync(timeline, Review, boxes.SelectMany(b => b.Select(box => (b.Key, box))));

    private async Task AdvanceAsync(JsonObject step)
    {
        await client.PostAsync("/sim/clock", null, step);
        await TellNewsAsync();
    }

    private string Box(string member) => boxes[member].First();
}
