using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Projects;

namespace CtVoice.Local.Tests.Register;

/// <summary>Whatever counts of people a project states, none of them is in anything that everybody can read (DOMAIN section 4).</summary>
public sealed class NoCountOfPeopleTests
{
    private static readonly string[] Populations = ["2106-3", "2054-5", "2028-9", "2135-2", "1002-5"];

    [Fact]
    public async Task No_public_output_of_random_projects_holds_a_count_of_people()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var counts = new List<long>();
        var paths = new List<string>
        {
            "/", "/es", "/register", "/register/landscape", "/api/register", "/api/register.csv", "/api/register.atom",
            "/api/register/landscape", "/api/register/landscape.csv",
        };
        var random = new Random(15);
        for (var n = 0; n < 6; n++)
        {
            var total = Odd(random, 200_000, 900_000);
            var groups = Populations.Where(_ => random.Next(4) > 0).ToDictionary(p => p, _ => Odd(random, 10_000, 190_000));
            var project = LocalDesk.Sample("too-few-people");
            project["people"] = new JsonObject
            {
                ["description"] = "Children in a program.",
                ["total"] = total,
                ["groups"] = new JsonArray([.. groups.Select(g => new JsonObject { ["population"] = g.Key, ["count"] = g.Value })]),
                ["raceBasis"] = "alone",
                ["place"] = "Connecticut",
                ["years"] = new JsonObject { ["from"] = 2026, ["to"] = 2026 },
            };
            var id = await desk.SubmitAsync("OEC", project);
            Assert.Contains(
                groups.First().Value.ToString(CultureInfo.InvariantCulture),
                (await desk.GetAsync($"/api/reviews/{id}/assessment", "coordinator")).ToJsonString(), StringComparison.Ordinal);
            counts.AddRange([total, .. groups.Values, .. groups.Values.Select(g => total - g)]);
            paths.AddRange([$"/register/{id}", $"/api/register/{id}", $"/api/register/{id}/assessment", $"/api/register/{id}/events.atom"]);
        }

        foreach (var path in paths)
        {
            var shown = await desk.TextAsync(path);
            foreach (var count in counts)
            {
                foreach (var written in new[]
                    { count.ToString(CultureInfo.InvariantCulture), count.ToString("N0", CultureInfo.InvariantCulture),
                        count.ToString("N0", CultureInfo.GetCultureInfo("es")) })
                    Assert.False(shown.Contains(written, StringComparison.Ordinal), $"{path} tells {written}.");
            }
            Assert.DoesNotContain("\"figures\"", shown, StringComparison.Ordinal);
        }
    }

    // A number that nothing else is likely to hold.
    private static long Odd(Random random, int from, int to) => (random.Next(from, to) / 1000 * 1000) + random.Next(101, 999);
}
