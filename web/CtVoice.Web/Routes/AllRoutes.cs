using CtVoice.Web.Desk;
using CtVoice.Web.Register;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What the product answers. A new area adds its line here and nowhere else.</summary>
public static class AllRoutes
{
    /// <summary>Maps what both hosts answer; a host may map more, such as the simulators.</summary>
    public static void MapCtVoice(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        endpoints.MapStart();
        endpoints.MapFiles();
        endpoints.MapProjects();
        endpoints.MapProjectDrafts();
        endpoints.MapExhibits();
        endpoints.MapReportCheck();
        endpoints.MapReviews();
        endpoints.MapAssessments();
        endpoints.MapProjectKinds();
        endpoints.MapCatalogue();
        endpoints.MapReference();
        endpoints.MapGoverningBoard();
        endpoints.MapTexts();
        endpoints.MapBibliography();
        endpoints.MapDrafts();
        endpoints.MapPreviews();
        endpoints.MapPanels();
        endpoints.MapPaperLetters();
        endpoints.MapTodo();
        endpoints.MapMatters();
        endpoints.MapOnCall();
        endpoints.MapOnCallPage();
        endpoints.MapAbsences();
        endpoints.MapBeforeRealPeople();
        endpoints.MapPractice();
        endpoints.MapMembers();
        endpoints.MapTerms();
        endpoints.MapWelcomes();
        endpoints.MapVacancies();
        endpoints.MapProviders();
        endpoints.MapHoldingPen();
        endpoints.MapMemberPages();
        endpoints.MapCheckpoints();
        endpoints.MapLetters();
        endpoints.MapAccountability();
        endpoints.MapGuardrails();
        endpoints.MapInventory();
        endpoints.MapAiInventory();
        endpoints.MapErasure();
        endpoints.MapFoia();
        endpoints.MapViews();
        endpoints.MapBoardYear();
        endpoints.MapNotices();
        endpoints.MapRegister();
        endpoints.MapLandscapeCells();
        endpoints.MapKeys();
        endpoints.MapSessions();
        endpoints.MapCalendar();
        endpoints.MapPolicy();
        endpoints.MapSubscriptions();
        endpoints.MapContacts();
        endpoints.MapPayments();
        endpoints.MapDesk();
    }
}
