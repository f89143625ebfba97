using CtVoice.Core;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Web.Desk;
using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Register;

/// <summary>What everybody can see: the register as pages and as open data. It needs no key.</summary>
internal static class RegisterRoutes
{
    private static readonly RegisterLine Line = new(
        "r-acdefghjkm", "Benefits and housing", "DSS", ProjectKind.Initial, ReviewStage.Answering, new(2026, 12, 21), new(2026, 12, 1),
        new(2026, 12, 17),
        5, 4, 2, 1, 0, ReviewNeed.Required, "People on benefits: always counted as overrepresented, whatever the counts.");

    private static readonly RegisterView View =
        new("r-acdefghjkm", "Benefits and housing", "DSS", ProjectKind.Initial, ReviewStage.Answering, new(2026, 12, 21), new(2026, 12, 1))
        {
            Agencies = ["DSS", "CCEH"],
            Populations = [new("benefits", "People on benefits")],
            Need = new(ReviewNeed.Required, ["People on benefits: always counted as overrepresented, whatever the counts."],
            "overrepresentation 1", "system"),
            OpensOn = new(2026, 12, 3),
            ClosesOn = new(2026, 12, 17),
            Asked = 5,
            Replied = 4,
            ReportedOn = new(2026, 12, 21),
            Recommendations =
            [new(1, 1, "Take out names before you share.", "DSS", new(2026, 12, 21, 14, 0, 0, TimeSpan.Zero),
                new(2027, 1, 20, 22, 0, 0, TimeSpan.Zero), [], null, null) { ComesFrom = new(null, "comes from one or more residents") }],
            Steps = [new(1, new(2026, 12, 1), "project-submitted", "agency")],
        };

    internal static void MapRegister(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/register", ListAsync).OpenTo(Access.Public)
            .WithName("listRegister").WithSummary("The public register, newest first.")
            .Filtered().Query("continuation", "From the page before.")
            .Returns(200, "One page, with an ETag.", new RegisterPage([Line], null));
        endpoints.MapGet("/api/register.csv", TableAsync).OpenTo(Access.Public)
            .WithName("registerTable").WithSummary("The register as a table, with a byte order mark for spreadsheets.")
            .Filtered().Returns(200, "The table; it has an ETag.", "text/csv");
        endpoints.MapGet("/api/register.atom", FeedAsync).OpenTo(Access.Public)
            .WithName("registerFeed").WithSummary("What happened to projects, newest first, as a feed (RFC 4287).")
            .WithDescription("An entry per step, at most 100, of the 100 newest projects that fit; an entry's id never changes. Of all "
                + "years when none is given.")
            .Filtered().Returns(200, "The feed; it has an ETag.", "application/atom+xml");
        endpoints.MapGet("/api/register/landscape", context => LandscapeAsync(context, Answer.PublicJson)).OpenTo(Access.Public)
            .WithName("readLandscape").WithSummary("Which agencies' data about which populations are used by which projects.")
            .WithDescription("Initiatives outside government are entered by the board's office; nobody outside government has to.")
            .Query("year", "Year received (UTC), or all; this year when absent.")
            .Returns(200, "The landscape, with an ETag.", DataLandscape.Sample);
        endpoints.MapGet(
            "/api/register/landscape.csv",
            context => LandscapeAsync(context, landscape => Answer.File(
                CsvFile.ForSpreadsheets(OpenDataTable.Landscape.Names, landscape.Uses.SelectMany(u => u.Projects.Select(
                    p => (IReadOnlyList<object?>)[u.Agency, u.Population.Code, u.Population.Name, p.Id, p.Title, p.Need]))),
                    CsvFile.ContentType)))
            .OpenTo(Access.Public)
            .WithName("landscapeTable").WithSummary("The same as a table, one line per agency, population and project.")
            .Query("year", "Year received (UTC), or all; this year when absent.").Returns(200, "The table; it has an ETag.", "text/csv");
        endpoints.MapGet("/api/register/agencies", async context => Answer.PublicJson(await AgenciesAsync(context))).OpenTo(Access.Public)
            .WithName("listAnsweringAgencies")
            .WithSummary("What each agency made of the advice that went to it, in counts and in order of names.")
            .Returns(200, "The agencies, with an ETag.", new List<AgencyRecord> { SampleAgency });
        endpoints.MapGet(
            "/api/register/agencies.csv",
            async context => Answer.File(
                CsvFile.ForSpreadsheets(OpenDataTable.Agencies.Names, (await AgenciesAsync(context)).Select(a => (IReadOnlyList<object?>)
                    [a.Agency, a.Name, a.Recommendations, a.Adopted, a.InPart, a.Refused, a.Deferred, a.Overdue, a.Kept, a.Broken])),
                    CsvFile.ContentType))
            .OpenTo(Access.Public)
            .WithName("agenciesTable").WithSummary("The same as a table, one line an agency.")
            .Returns(200, "The table; it has an ETag.", "text/csv");
        endpoints.MapGet("/api/register/{id}", context => OneAsync(context, Answer.PublicJson)).OpenTo(Access.Public)
            .WithName("readRegistered").WithSummary("One review as everybody may see it.")
            .WithDescription("Days, counts, reasons, answers; recommendations only in the text that a person released for the public.")
            .Returns(200, "The review, with an ETag.", View);
        endpoints.MapGet("/api/register/{id}/events.atom", OneFeedAsync).OpenTo(Access.Public)
            .WithName("registeredFeed").WithSummary("What happened to one project, newest first, as a feed (RFC 4287).")
            .Returns(200, "The feed; it has an ETag.", "application/atom+xml");
        endpoints.MapPage("/register", context => ListPageAsync(context, Tongue.English)).OpenTo(Access.Public)
            .WithName("registerPage").WithSummary("The register as a page.");
        endpoints.MapPage("/es/register", context => ListPageAsync(context, Tongue.Spanish)).OpenTo(Access.Public)
            .WithName("registerPageSpanish").WithSummary("The register as a page in Spanish.");
        endpoints.MapPage("/register/landscape", LandscapePageAsync).OpenTo(Access.Public)
            .WithName("landscapePage").WithSummary("The data landscape as a page.");
        endpoints.MapPage(
            "/register/agencies",
            async context => new Page("What agencies answered", Page.Content<AgencyRecords>(
                new AgencyRecords.Shown(await AgenciesAsync(context), context.Today())))
            { Crumbs = Above, Kept = true })
            .OpenTo(Access.Public)
            .WithName("answeringAgenciesPage").WithSummary("What each agency made of advice, as a page.");
        endpoints.MapPage("/register/agencies/{agency}", AgencyPageAsync).OpenTo(Access.Public)
            .WithName("answeringAgencyPage").WithSummary("What one agency made of advice, with links.");
        endpoints.MapPage("/record", RecordAsync).OpenTo(Access.Public)
            .WithName("checkTheRecordPage").WithSummary("The ledger in plain words, its newest checkpoints, and how to check them.");
        endpoints.MapPage("/open-data",
            _ => Task.FromResult<IResult>(new Page("Open data", Page.Content<OpenData>(new object()))
            { Crumbs = [new("Home", "/")], Kept = true }))
            .OpenTo(Access.Public)
            .WithName("openDataPage").WithSummary("The tables of open data, what each column means, and the licence.");
        endpoints.MapPage("/register/{id}", context => OnePageAsync(context, Tongue.English)).OpenTo(Access.Public)
            .WithName("registeredPage").WithSummary("One review as a page.");
        endpoints.MapPage("/es/register/{id}", context => OnePageAsync(context, Tongue.Spanish)).OpenTo(Access.Public)
            .WithName("registeredPageSpanish").WithSummary("One review as a page in Spanish.");
    }

    // With the filters about 30 KiB, whatever is looked for.
    private const int LinesOfPage = 50;

    private static readonly AgencyRecord SampleAgency = new("DSS", "Department of Social Services", 3, 1, 1, 1, 0, 0, 1, 0);

    private static readonly PageLink[] Above = [new("Home", "/"), new("Register", "/register")];

    private static PageLink All(Tongue tongue) => new(tongue["What happens to all projects"], "/api/register.atom");

    private static IEndpointConventionBuilder Filtered(this IEndpointConventionBuilder endpoint) => endpoint
        .Query("year", "Year received (UTC), or all; this year when absent.").Query("agency", "The requesting agency, by code or name.")
        .Query("state", "Where a review stands, such as open, answering, finished or not-required.")
        .Query("only", "Only projects with an answer overdue (overdue), a promise broken (broken), or whose residents were not answered "
            + "(not-answered).")
        .Query("people", "Code of a population that the data are about.").Query("source", "An agency whose data are used, by code or name.")
        .Query("q", "Part of the title.");

    private static async Task<IResult> ListAsync(HttpContext context)
    {
        var (query, refusal) = RegisterQuery.Of(context);
        if (query is null)
            return refusal!;
        var page = await query.ReadAsync(context);
        return Answer.Page(page, page.Continuation, isPublic: true);
    }

    private static async Task<IResult> ListPageAsync(HttpContext context, Tongue tongue)
    {
        var (query, refusal) = RegisterQuery.Of(context, allYears: true);
        if (query is null)
            return refusal!;
        var read = ListedRows.Read(await query.ReadAllAsync(context), RegisterLine.Of);
        var fit = read.Lines;
        return Spoken(context, tongue, tongue["Public register"], Page.Content<RegisterList>(
            new RegisterList.Shown(
                query, Desk.Paged<RegisterLine>.Of(context, fit, LinesOfPage), read.Unreadable, fit.Count, fit.Sum(l => l.Overdue),
                fit.Sum(l => l.Broken), await YearsAsync(context))
            { People = await PeopleAsync(context), Notices = await NoticeRoutes.WantedAsync(context) }), [HomeIn(tongue)], [All(tongue)]);
    }

    private static Task<IResult> OnePageAsync(HttpContext context, Tongue tongue) => OneAsync(context, shown => Spoken(
        context, tongue, shown.Title, Page.Content<RegisteredReview>(shown),
        [HomeIn(tongue), new(tongue["Register"], tongue.At("/register"))],
        [new(tongue.Say($"What happens to: {shown.Title}"), $"/api/register/{shown.Id}/events.atom"), All(tongue)], tongue.OfEnglish));

    // A page that the record has in both languages.
    internal static Page Spoken(HttpContext context, Tongue tongue, string title, RenderFragment content, IReadOnlyList<PageLink> crumbs,
        IReadOnlyList<PageLink> feeds, string? titleLanguage = null)
    {
        var path = context.Request.Path.Value!;
        return new Page(title, In(tongue, content))
        {
            Language = tongue.Language,
            TitleLanguage = titleLanguage,
            Frame = tongue.OfEnglish is null ? PageFrame.English : PageFrame.Spanish,
            Crumbs = crumbs,
            Kept = true,
            Feeds = feeds,
            Other = new(tongue.Other.Language, tongue.OfEnglish is null ? "Español" : "English",
                tongue.Other.At(path[(tongue.At("").Length)..]) + context.Request.QueryString),
        };
    }

    private static RenderFragment In(Tongue tongue, RenderFragment content) => builder =>
    {
        builder.OpenComponent<CascadingValue<Tongue>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<Tongue>.Value), tongue);
        builder.AddComponentParameter(2, nameof(CascadingValue<Tongue>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<Tongue>.ChildContent), content);
        builder.CloseComponent();
    };

    internal static PageLink HomeIn(Tongue tongue) => new(tongue["Home"], tongue.OfEnglish is null ? "/" : "/es");

    // Those that any project is about.
    private static async Task<IReadOnlyList<Population>> PeopleAsync(HttpContext context)
    {
        var rows = await new RegisterQuery(null).ReadAllAsync(context);
        var reference = await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted);
        return
        [
            .. rows.SelectMany(r => (r.Text("populations") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal)
                .Select(code => Population.Of(code, reference)).OrderBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    private static async Task<IResult> TableAsync(HttpContext context)
    {
        var (query, refusal) = RegisterQuery.Of(context);
        if (query is null)
            return refusal!;
        var read = ListedRows.Read(await query.ReadAllAsync(context), RegisterLine.Of);
        var columns = OpenDataTable.Register.Names;
        return Answer.File(
            CsvFile.ForSpreadsheets(columns, read.Lines.Select(l => (IReadOnlyList<object?>)
                [
                    l.Id, l.Title, l.Agency, l.Kind, l.Stage, l.Since, l.SubmittedOn, l.ClosesOn, l.Asked, l.Replied, l.Recommendations,
                    l.Answered, l.Overdue,
                    l.Need, l.Reason, l.ResidentsNotAnswered, l.NotDecided, RegisterWords.Agency(l.Agency), l.ReportedOn, l.Kept, l.Broken,
                    l.Refused,
                ])
                .Concat(read.Unreadable.Select(
                    id => (IReadOnlyList<object?>)[id, RegisterWords.Unreadable, .. Enumerable.Repeat<object?>(null, columns.Count - 2)]))),
            CsvFile.ContentType);
    }

    private static async Task<IResult> FeedAsync(HttpContext context)
    {
        var (query, refusal) = RegisterQuery.Of(context, allYears: true);
        if (query is null)
            return refusal!;
        var read = ListedRows.Read(await query.ReadAllAsync(context), RegisterLine.Of);
        var told = new List<FeedEntry>();
        foreach (var line in read.Lines.Take(RegisterFeed.MostReviews))
            told.AddRange(FeedEntry.Of(line.Id, line.Title, line.Agency, await context.Need<ReviewStore>()
                .ReadLedgerAsync(line.Id, context.RequestAborted)));
        return Answer.File(
            RegisterFeed.Write("urn:ctvoice:register", "Resident Advisory Board: public register", query.At("api/register.atom"),
                query.At("register"), told, read.Unreadable, HomeOf(context)),
            RegisterFeed.ContentType);
    }

    private static async Task<IResult> OneFeedAsync(HttpContext context)
    {
        var reviews = context.Need<ReviewStore>();
        var id = context.RouteText("id");
        if (!ReviewIds.IsPublic(id) || await reviews.ReadAsync(id, context.RequestAborted) is not { State: var review })
            return Problem.NotFound();
        return Answer.File(
            RegisterFeed.Write($"urn:ctvoice:review:{id}", $"Resident Advisory Board: {review.Title}", $"api/register/{id}/events.atom",
                $"register/{id}",
                FeedEntry.Of(id, review.Title, review.Agency, await reviews.ReadLedgerAsync(id, context.RequestAborted)), [],
                HomeOf(context)),
            RegisterFeed.ContentType);
    }

    internal static Uri HomeOf(HttpContext context) =>
        context.Need<CtVoiceOptions>().PublicUrl ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}/");

    private static async Task<IResult> LandscapeAsync(HttpContext context, Func<DataLandscape, IResult> show)
    {
        var (query, refusal) = RegisterQuery.Of(context);
        return query is null ? refusal! : show(await LandscapeAsync(context, query.Year));
    }

    internal static async Task<DataLandscape> LandscapeAsync(HttpContext context, int? year)
    {
        var rows = await new RegisterQuery(year).ReadAllAsync(context);
        // What cannot be read is named in the register; no table of data can be made of it.
        rows = ListedRows.Read(rows, row => (row, RegisterLine.Of(row)).row).Lines;
        return DataLandscape.Of(year, rows, await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted));
    }

    private static async Task<IResult> LandscapePageAsync(HttpContext context)
    {
        var (query, refusal) = RegisterQuery.Of(context, allYears: true);
        return query is null ? refusal! : new Page("Data landscape", Page.Content<Landscape>(
            new Landscape.Shown(await LandscapeAsync(context, query.Year), await YearsAsync(context))))
        { Crumbs = Above, Kept = true };
    }

    private static async Task<IReadOnlyList<AgencyRecord>> AgenciesAsync(HttpContext context) =>
        AgencyRecord.AllOf(await LinesAsync(context));

    private static async Task<IReadOnlyList<RegisterLine>> LinesAsync(HttpContext context) =>
        ListedRows.Read(await new RegisterQuery(null).ReadAllAsync(context), RegisterLine.Of).Lines;

    // Of each review that stands on a page the whole is read: its texts are nowhere else.
    private const int ReviewsOfAgency = 20;

    private static async Task<IResult> AgencyPageAsync(HttpContext context)
    {
        var agency = context.RouteText("agency");
        var lines = (await LinesAsync(context)).Where(l => l.Advised.Any(c => c.Addressee == agency)).ToList();
        if (lines.Count == 0)
            return Problem.NotFound();
        // What went wrong stands on the first page, whatever its age.
        var paged = Paged<RegisterLine>
            .Of(context, [.. lines.OrderByDescending(l => l.Advised.Any(c => c.Addressee == agency && c.Overdue + c.Broken > 0))],
                ReviewsOfAgency);
        var record = AgencyRecord.AllOf(lines).Single(a => a.Agency == agency);
        return new Page(RegisterWords.Capital(record.Name), Page.Content<AgencyAdvice>(
            new AgencyAdvice.Shown(record, await AdviceTo.OfAsync(context, agency, paged.Items), paged)))
        { Crumbs = [.. Above, new("What agencies answered", "/register/agencies")], Kept = true };
    }

    private static async Task<IResult> RecordAsync(HttpContext context)
    {
        var (lines, _) = await context.Need<CheckpointStore>().ListAsync(5, null, context.RequestAborted);
        return new Page("Check the record", Page.Content<CheckTheRecord>(new CheckTheRecord.Shown(
            await NightlyVerification.LastAsync(context.Need<TableSet>(), context.RequestAborted), lines.Lines,
            HomeOf(context).AbsoluteUri.TrimEnd('/'))))
        { Crumbs = [new("Home", "/")], Kept = true };
    }

    private static async Task<IReadOnlyList<int>> YearsAsync(HttpContext context) =>
        [.. (await context.Need<ReviewStore>().YearsAsync(context.RequestAborted)).OrderDescending()];

    private static async Task<IResult> OneAsync(HttpContext context, Func<RegisterView, IResult> show)
    {
        var reviews = context.Need<ReviewStore>();
        return ReviewIds.IsPublic(context.RouteText("id"))
            && await reviews.ReadAsync(context.RouteText("id"), context.RequestAborted) is { } stored
            ? show(await RegisterView.OfAsync(
                stored.State, reviews, await context.Need<ReferenceStore>()
                    .CurrentAsync(context.RequestAborted), context.Now(), context.RequestAborted))
            : Problem.NotFound();
    }
}
