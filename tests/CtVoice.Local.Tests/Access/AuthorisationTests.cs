using System.Net;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Access;

/// <summary>Every route, asked by everybody, against the written table. A new route is one more line of authorisation.csv.</summary>
public sealed class AuthorisationTests(AuthorisationWorld world) : IClassFixture<AuthorisationWorld>
{
    [Fact]
    public void Every_route_has_a_line_in_the_table_and_every_line_a_route()
    {
        var routes = world.Routes.Select(r => r.Name).ToList();
        var lines = AuthorisationTable.Lines.Select(l => l.Operation).ToList();

        Assert.Empty(routes.Except(lines, StringComparer.Ordinal));
        Assert.Empty(lines.Except(routes, StringComparer.Ordinal));
        Assert.Equal(lines.Count, lines.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Everybody_gets_what_the_table_says()
    {
        var differences = new List<string>();
        foreach (var line in AuthorisationTable.Lines)
        {
            foreach (var (caller, expected) in line.Answers)
            {
                var answer = world.Answers[(line.Operation, caller)];
                var status = (int)answer.Status;
                var got = status is 401 or 403 or 404
                    ? status.ToString(null, null)
                    : status is >= 500 or 429 ? $"{status}!" : AuthorisationTable.In;
                if (got != expected)
                    differences.Add($"{line.Operation} to {caller}: {answer.Status} instead of {expected}. "
                        + $"{answer.Body[..Math.Min(200, answer.Body.Length)]}");
            }
        }
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Equal(AuthorisationTable.Lines.Count * Enum.GetValues<Caller>().Length, world.Answers.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public void Programs_are_refused_alike_on_every_route(HttpStatusCode status)
    {
        var refusals = world.Routes.Where(r => !r.ForPeople && r.Access.Kind is not AccessKind.Webhook)
            .SelectMany(r => Enum.GetValues<Caller>().Select(c => world.Answers[(r.Name, c)]))
            .Where(a => a.Status == status).ToList();

        Assert.NotEmpty(refusals);
        Assert.Single(refusals.Distinct());
        Assert.Equal("application/problem+json", refusals[0].ContentType);
        Assert.Equal("no-store", refusals[0].CacheControl);
        Assert.Equal(status is HttpStatusCode.Unauthorized, refusals[0].Challenge.Length > 0);
    }

    [Fact]
    public void What_is_another_agencys_is_refused_like_what_does_not_exist()
    {
        var foreign =
            AuthorisationTable.Lines.Where(l => l.Answers[Caller.Own] == AuthorisationTable.In && l.Answers[Caller.Other] == "404")
                .ToList();

        Assert.NotEmpty(foreign);
        Assert.All(foreign, l => Assert.Equal(world.Unknown[l.Operation], world.Answers[(l.Operation, Caller.Other)]));
    }

    [Fact]
    public void A_key_that_was_revoked_says_no_more_than_none()
    {
        Assert.NotEmpty(world.Revoked);
        Assert.All(world.Revoked, r => Assert.Equal(world.Answers[(r.Key, Caller.Nobody)], r.Value));
    }
}
