using System.Diagnostics;
using System.Globalization;
using System.Text;
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
                var body = NearlyRight.Json(parts.BodyOf(route), random);
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
}
