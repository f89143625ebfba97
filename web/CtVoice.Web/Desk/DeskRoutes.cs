using CtVoice.Web.Desk.Agencies;
using CtVoice.Web.Desk.Audit;
using CtVoice.Web.Desk.Contacts;
using CtVoice.Web.Desk.Letters;
using CtVoice.Web.Desk.Meetings;
using CtVoice.Web.Desk.Members;
using CtVoice.Web.Desk.OnCall;
using CtVoice.Web.Desk.Pen;
using CtVoice.Web.Desk.People;
using CtVoice.Web.Desk.Practice;
using CtVoice.Web.Desk.RealPeople;
using CtVoice.Web.Desk.Settings;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>The pages of those who work here, one line per page.</summary>
internal static class DeskRoutes
{
    internal static void MapDesk(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTodayPage();
        endpoints.MapMatterPage();
        endpoints.MapOnCallDesk();
        endpoints.MapReviewsPage();
        endpoints.MapProjectPage();
        endpoints.MapExhibitPages();
        endpoints.MapMeetingsPages();
        endpoints.MapAssessmentPage();
        endpoints.MapPanelPage();
        endpoints.MapTextsPages();
        endpoints.MapRepliesPages();
        endpoints.MapReportPages();
        endpoints.MapAnswersPage();
        endpoints.MapGuardrailsPage();
        endpoints.MapDatesPage();
        endpoints.MapSendingsPages();
        endpoints.MapLettersPages();
        endpoints.MapPenPage();
        endpoints.MapMembersPage();
        endpoints.MapTermsPage();
        endpoints.MapWelcomesPage();
        endpoints.MapVacanciesPage();
        endpoints.MapImportPage();
        endpoints.MapMemberPage();
        endpoints.MapErasePage();
        endpoints.MapHoldsPage();
        endpoints.MapMyReviewsPage();
        endpoints.MapAgencyReviewPage();
        endpoints.MapAnswerPage();
        endpoints.MapRecordPage();
        endpoints.MapPeoplePage();
        endpoints.MapSettingsPage();
        endpoints.MapAbsencePage();
        endpoints.MapBeforeRealPeoplePage();
        endpoints.MapPracticePage();
        endpoints.MapCalendarPage();
        endpoints.MapRulesPage();
        endpoints.MapDataFilesPage();
        endpoints.MapCataloguePage();
        endpoints.MapAiInventoryPage();
        endpoints.MapInventoryPages();
        endpoints.MapNotesPage();
        endpoints.MapPaymentsPage();
        endpoints.MapAuditPage();
        endpoints.MapNewProjectPage();
        endpoints.MapReportCheckPage();
        endpoints.MapSubscriptionsPage();
        endpoints.MapContactsPages();
    }
}
