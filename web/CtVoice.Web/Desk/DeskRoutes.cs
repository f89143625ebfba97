using CtVoice.Web.Routing;

namespace CtVoice.Web.Desk;

/// <summary>The pages of those who work here, one list per area.</summary>
internal static class DeskRoutes
{
    internal static IReadOnlyList<IEnumerable<Route>> All =>
    [
        TodayPage.All,
        MatterPage.All,
        ReviewsPage.All,
        ProjectPage.All,
        DatesPage.All,
    ];
}
