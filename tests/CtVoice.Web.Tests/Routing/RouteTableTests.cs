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
        Assert.Equal(route.Template.Names, route.Docs.Parameters.Where(p => p.In == "path").Select(p => p.Name));
        Assert.Equal(route.Access.Kind is AccessKind.Key or AccessKind.Session, route.Access.Roles.Count > 0);
        Assert.InRange(route.Limits.MaxBodyBytes, 1, Limits.Webhooks.MaxBodyBytes);
        Assert.True(
            route.Limits.Rate.Burst > 0 || route.Surface == Surface.Webhook || operation == "health",
            "Only providers and probes are not rate limited.");
    }

    [Theory]
    [InlineData("/api/reviews/todo", "todo")]
    [InlineData("/api/reviews/7", "one")]
    [InlineData("/api/reviews/7/", null)]
    [InlineData("/api/reviews//", null)]
    [InlineData("/api/reviews/", null)]
    [InlineData("/API/reviews/7", null)]
    [InlineData("/", "root")]
    public void A_literal_segment_wins_and_nothing_is_guessed(string path, string? operation)
    {
        var table = new RouteTable([Row("api/reviews/{id}", "one"), Row("api/reviews/todo", "todo"), Row("", "root")]);

        Assert.Equal(operation, table.Find("GET", path).Route?.Docs.OperationId);
    }

    [Fact]
    public void Two_rows_for_one_path_or_one_operation_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new RouteTable([Row("a/{id}", "one"), Row("a/{name}", "two")]));
        Assert.Throws<ArgumentException>(() => new RouteTable([Row("a", "one"), Row("b", "one")]));
    }

    [Theory]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a/{}")]
    [InlineData("a/{*rest}")]
    [InlineData("a/{id:int}")]
    [InlineData("a/{id}/{id}")]
    [InlineData("a b")]
    public void A_template_is_literals_and_values_only(string text) => Assert.Throws<ArgumentException>(() => RouteTemplate.Parse(text));

    private static Route Row(string template, string operation) =>
        Route.Get(template, Access.Public, new Docs(operation, "Answers."), _ => Task.FromResult(Answer.Nothing()));
}
