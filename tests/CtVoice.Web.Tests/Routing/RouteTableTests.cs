using System.Text.RegularExpressions;
using CtVoice.Web.Routes;
using CtVoice.Web.Routing;

namespace CtVoice.Web.Tests.Routing;

public sealed class RouteTableTests
{
    public static TheoryData<string> Operations => [.. AllRoutes.Table().Routes.Select(r => r.Docs.OperationId)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_row_says_who_may_call_how_much_and_what_it_does(string operation)
    {
        var route = AllRoutes.Table().Routes.Single(r => r.Docs.OperationId == operation);

        Assert.Matches("^[a-z][A-Za-z0-9]+$", operation);
        Assert.EndsWith(".", route.Docs.Summary, StringComparison.Ordinal);
        Assert.NotEmpty(route.Docs.Responses);
        Assert.Equal(route.Names, route.Docs.Parameters.Where(p => p.In == "path").Select(p => p.Name));
        Assert.Equal(route.Access.Kind is AccessKind.Key or AccessKind.Session, route.Access.Roles.Count > 0);
        Assert.InRange(route.Limits.MaxBodyBytes, 1, Limits.Webhooks.MaxBodyBytes);
        Assert.True(
            route.Limits.Rate.Burst > 0 || route.Surface == Surface.Webhook || operation == "health",
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
    public void No_two_rows_answer_one_method_of_one_path()
    {
        var rows = AllRoutes.Table().Routes.Select(r => $"{r.Method} {Regex.Replace(r.Template, "{[^}]*}", "{}")}").ToList();

        Assert.Equal(rows.Count, rows.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Two_rows_for_one_operation_are_refused() =>
        Assert.Throws<ArgumentException>(() => new RouteTable([Row("a", "one"), Row("b", "one")]));

    private static Route Row(string template, string operation) =>
        Route.Get(template, Access.Public, new Docs(operation, "Answers."), _ => Task.FromResult(Answer.Text(operation)));
}
