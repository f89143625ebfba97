using CtVoice.Web.Desk;
using CtVoice.Web.Register;
using CtVoice.Web.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The route table of the product. A new feature adds its list here and nowhere else.</summary>
public static class AllRoutes
{
    /// <summary>The table that both hosts serve.</summary>
    /// <param name="more">Rows that only some hosts have, such as the simulators'.</param>
    public static RouteTable Table(params IEnumerable<Route>[] more) => new([
        HealthRoutes.All,
        PageRoutes.All,
        FileRoutes.All,
        ProjectRoutes.All,
        ReviewRoutes.All,
        AssessmentRoutes.All,
        ProjectKindRoutes.All,
        CatalogueRoutes.All,
        ReferenceRoutes.All,
        TextRoutes.All,
        DraftRoutes.All,
        PreviewRoutes.All,
        PanelRoutes.All,
        TodoRoutes.All,
        MatterRoutes.All,
        MemberRoutes.All,
        WebhookRoutes.All,
        HoldingPenRoutes.All,
        MemberPageRoutes.All,
        CheckpointRoutes.All,
        AccountabilityRoutes.All,
        InventoryRoutes.All,
        ErasureRoutes.All,
        FoiaRoutes.All,
        ViewRoutes.All,
        RegisterRoutes.All,
        KeyRoutes.All,
        CalendarRoutes.All,
        PolicyRoutes.All,
        SubscriptionRoutes.All,
        PaymentRoutes.All,
        .. DeskRoutes.All,
        .. more,
    ]);
}
