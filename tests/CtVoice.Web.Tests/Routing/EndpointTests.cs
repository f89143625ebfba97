using System.Text.RegularExpressions;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Tests.Routing;

public sealed class EndpointTests
{
    public static TheoryData<string> Operations => [.. All.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_endpoint_says_who_may_call_how_much_and_what_it_does(string operation)
    {
        var route = All.Single(r => r.Name == operation);

        Assert.Matches("^[a-z][A-Za-z0-9]+$", operation);
        Assert.EndsWith(".", route.Summary, StringComparison.Ordinal);
        // A page is no contract with programs.
        Assert.Equal(!route.ForPeople, route.Answers.Count > 0);
        Assert.Equal(route.ForPeople ? [] : route.Values, route.Parameters.Where(p => p.In == "path").Select(p => p.Name));
        Assert.Equal(route.Access.Kind is AccessKind.Key or AccessKind.Session, route.Access.Roles.Count > 0);
        Assert.InRange(route.BodyLimit.Bytes, 1, BodyLimit.File.Bytes);
        Assert.True(
            route.Rate.Burst > 0 || route.Access.Kind == AccessKind.Webhook || operation == "health",
            "Only providers and probes are not rate limited.");
        // The Functions host keeps these paths for itself.
        Assert.DoesNotMatch("^(admin|runtime)(/|$)", route.Template);
    }

    [Theory]
    [InlineData("/api/reviews/todo", "todo")]
    [InlineData("/api/reviews/7", "one")]
    [InlineData("/", "root")]
    [InlineData("/api/reviews//", null)]
    [InlineData("/api/reviews/", null)]
    [InlineData("/api/reviews/7/8", null)]
    public async Task A_literal_segment_wins_and_no_value_is_empty(string path, string? operation)
    {
        await using var host = await WebHost.StartAsync(Row("api/reviews/{id}", "one"), Row("api/reviews/todo", "todo"), Row("", "root"));

        var answer = await host.Client.GetAsync(path);

        Assert.Equal(operation, answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null);
    }

    [Fact]
    public void No_two_endpoints_answer_one_method_of_one_path()
    {
        var rows = All.Select(r => $"{r.Method} {Regex.Replace(r.Template, "{[^}]*}", "{}")}").ToList();

        Assert.Equal(rows.Count, rows.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void No_two_operations_have_one_name() =>
        Assert.Empty(All.GroupBy(r => r.Name, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key));

    [Fact]
    public void An_endpoint_that_does_not_say_who_may_call_stops_the_start() =>
        Assert.Throws<InvalidOperationException>(
            () => WebHost.Mapped(e => e.MapGet("/a", _ => Task.FromResult(Answer.Nothing())).WithName("forgotten")));

    private static IReadOnlyList<Operation> All { get; } = WebHost.Mapped(AllRoutes.MapCtVoice);

    private static Func<IEndpointRouteBuilder, IEndpointConventionBuilder> Row(string template, string operation) =>
        endpoints => endpoints.MapGet("/" + template, _ => Task.FromResult(Answer.Text(operation))).OpenTo(Access.Public)
            .WithName(operation);
}
