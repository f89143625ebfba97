using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Web.Desk.RealPeople;
using CtVoice.Web.Desk.Settings;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Practice;

/// <summary>Practising a whole review: who does, how it begins, and those that were begun.</summary>
internal static class PracticePage
{
    /// <summary>Path of the page.</summary>
    internal const string Path = "/desk/practice";

    // A handful each year.
    private const int Most = 50;

    internal static void MapPracticePage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskPractice").WithSummary("Who practises, and practice reviews.");
        endpoints.MapForm<PracticePersonBody>(Path + "/people", PracticeRoutes.AddAsync, ShowAsync, _ => Path).OpenTo(DeskPage.Coordinators)
            .WithName("deskAddPracticePerson").WithSummary("Puts somebody of staff on the list of those who practise.");
        endpoints.MapButton(Path + "/people/{id}/remove", PracticeRoutes.RemoveAsync, ShowAsync, _ => Path).OpenTo(DeskPage.Coordinators)
            .WithName("deskRemovePracticePerson").WithSummary("Somebody practises no longer.");
        endpoints.MapForm<PracticeStart>(Path + "/reviews", PracticeRoutes.BeginAsync, ShowAsync, _ => Path).OpenTo(DeskPage.Coordinators)
            .WithName("deskBeginPracticeReview").WithSummary("Begins a practice review.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var rows = (await context.Need<ReviewLists>().ReadAsync(ReviewLists.Practice, Most, null, context.RequestAborted)).Rows;
        var read = ListedRows.Read(rows, r => new PracticeShown.Line(
            r.Text("id")!, r.Text("title")!, Enum.Parse<ReviewStage>(r.Text("stage")!), r.Instant("submittedAt")!.Value));
        return DeskPage.Of<PracticeShown>(
            context, "Practice", new PracticeShown.Shown(await PracticeRoutes.PeopleAsync(context), read.Lines),
            [.. SettingsPage.Above, new(BeforeRealPeoplePage.Title, CtVoice.Core.RealPeople.BeforeRealPeople.Path)]);
    }
}
