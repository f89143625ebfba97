using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Subscriptions;
using CtVoice.Local.Tests.Access;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Subscriptions;
using CtVoice.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Proof.Mutation;

/// <summary>
/// Every operation that reads JSON gets bodies that are nearly right, from somebody who may call it. Whatever is wrong with one is told: no
/// fault of ours, no answer that does not come. The webhooks have a test of their own, <see cref="MutatedBodyTests"/>.
/// </summary>
public sealed class EndpointMutationTests(ITestOutputHelper output)
{
    private static readonly int Rounds = LongRuns.Times(1, 250);

    [Fact]
    public async Task A_body_that_is_nearly_right_is_answered_and_never_a_fault_of_ours()
    {
        await using var story = await ReviewStory.AskedAsync(change: services => services
            .AddSingleton(new WebOptions { TrustedProxies = 1 }).AddSingleton<IEventSender, DeafSubscriber>());
        using var parts = new RequestParts(story);
        using var http = new HttpClient { BaseAddress = story.Url, Timeout = TimeSpan.FromSeconds(30) };
        var routes = Operation.All(story.Service<EndpointDataSource>())
            // Years pass in a nearly right instant.
            .Where(r => r.Body.Json is not null && r.Name != "advanceClock").ToList();
        Assert.InRange(routes.Count, 40, 500);
        var (random, sent, slowest, statuses) = (new Random(20270111), 0, TimeSpan.Zero, new SortedDictionary<int, int>());

        for (var round = 0; round < Rounds; round++)
        {
            // A key may ask so often; new ones may ask anew.
            var keys = new Dictionary<Role, string>();
            foreach (var role in Enum.GetValues<Role>())
                keys[role] = (await parts.KeyAsync(role, role == Role.Agency ? "DSS" : null)).Token;
            foreach (var route in routes)
            {
                var body = Mutated(parts.BodyOf(route), random);
                using var request = new HttpRequestMessage(new(route.Method), await parts.PathAsync(route, null))
                { Content = new ByteArrayContent(body) };
                request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
                // No caller is known twice, so that nobody is told to come later.
                request.Headers.Add("X-Forwarded-For",
                    string.Create(CultureInfo.InvariantCulture, $"10.{sent >> 16 & 255}.{sent >> 8 & 255}.{sent & 255}"));
                if (route.Access.Roles.Count > 0)
                    request.Headers.Add("X-Api-Key",
                        keys[route.Access.Roles.Contains(Role.Coordinator) ? Role.Coordinator : route.Access.Roles[0]]);
                var began = Stopwatch.GetTimestamp();
                using var answer = await http.SendAsync(request);
                _ = await answer.Content.ReadAsByteArrayAsync();
                sent++;
                slowest = Stopwatch.GetElapsedTime(began) is var took && took > slowest ? took : slowest;
                statuses[(int)answer.StatusCode] = statuses.GetValueOrDefault((int)answer.StatusCode) + 1;
                Assert.True((int)answer.StatusCode < 500, $"{route.Method} {route.Template}: {(int)answer.StatusCode} to {Shown(body)}");
            }
        }
        Assert.InRange(statuses.GetValueOrDefault(429), 0, sent / 4);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sent:N0} bodies to {routes.Count} operations, slowest {slowest.TotalMilliseconds:N0} ms: "
                + $"{string.Join(", ", statuses.Select(s => $"{s.Key} {s.Value:N0} times"))}"));
    }

    private static string Shown(byte[] body) => Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2_000)));

    private static byte[] Mutated(string body, Random random)
    {
        if (random.Next(4) == 0)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            for (var n = random.Next(1, 4); n > 0 && bytes.Length > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            return random.Next(3) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
        }
        var root = JsonNode.Parse(body)!;
        var places = Places(root).ToList();
        if (places.Count == 0)
            return Encoding.UTF8.GetBytes(Strange(random)?.ToJsonString() ?? "null");
        var (parent, name) = places[random.Next(places.Count)];
        switch (parent)
        {
            case JsonObject o when random.Next(4) == 0:
                o.Remove(name);
                break;
            case JsonObject o:
                o[name] = Strange(random);
                break;
            case JsonArray a:
                a[int.Parse(name, CultureInfo.InvariantCulture)] = Strange(random);
                break;
            default:
                break;
        }
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<(JsonNode Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.ToList().SelectMany(p => Places(p.Value).Prepend((o, p.Key))),
        JsonArray a => Enumerable.Range(0, a.Count).SelectMany(i => Places(a[i]).Prepend((a, i.ToString(CultureInfo.InvariantCulture)))),
        _ => [],
    };

    private static JsonNode? Strange(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => JsonValue.Create(""),
        2 => JsonValue.Create(new string('a', 40_000)),
        3 => JsonValue.Create(-1),
        4 => JsonValue.Create(1e300),
        5 => JsonValue.Create(long.MaxValue),
        6 => JsonValue.Create(true),
        7 => new JsonArray(),
        8 => new JsonObject { ["a"] = new JsonObject { ["b"] = 1 } },
        9 => JsonValue.Create("\u0000\u202E👍\uFFFE 9999-12-31T23:59:59Z"),
        10 => JsonValue.Create("0001-01-01"),
        _ => Enumerable.Range(0, 40).Aggregate((JsonNode)new JsonArray(), (inner, _) => new JsonArray(inner)),
    };
}
