using CtVoice.Core.Board;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Members;

/// <summary>Terms that have ended or end soon, each with its renewal.</summary>
internal static class TermsPage
{
    /// <summary>Path of the page.</summary>
    internal const string Path = MembersPage.Path + "/terms";

    internal static void MapTermsPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskTerms").WithSummary("Terms that have ended or end soon.");
        endpoints.MapForm<Renewal>(MembersPage.Path + "/{id}/renewal", TermRoutes.RenewAsync, ShowAsync,
            context => Within(Path, TermRoutes.Within(context) ?? TermRoutes.Soon))
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskRenewTerm").WithSummary("Renews a member's term.");
    }

    /// <summary>An address that keeps how many days ahead were looked.</summary>
    internal static string Within(string path, int days) =>
        days == TermRoutes.Soon ? path : FormattableString.Invariant($"{path}?within={days}");

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var terms = await TermRoutes.ListAsync(context);
        if (terms.Said<IReadOnlyList<EndingTerm>>() is not { } ending)
            return terms;
        var versions = (await MemberRoutes.ListAsync(context)).Said<IReadOnlyList<MemberView>>()!
            .ToDictionary(view => view.Member.Id, view => view.Version, StringComparer.Ordinal);
        return DeskPage.Of<TermsShown>(
            context, "Terms",
            new TermsShown.Shown([.. ending.Select(term => new TermsShown.Line(term, versions[term.MemberId]))],
                TermRoutes.Within(context) ?? TermRoutes.Soon),
            [.. MembersPage.Above]);
    }
}
