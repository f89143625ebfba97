using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using CtVoice.Web.Trial;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Web.Pages;

/// <summary>A whole page: what an endpoint has to show, in the layout that all pages share.</summary>
/// <param name="title">What the page is; shown in the browser's tab.</param>
/// <param name="content">Inside <c>main</c>; starts with an <c>h1</c>.</param>
public sealed class Page(string title, RenderFragment content) : IResult
{
    /// <summary>HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Language of the content (ISO 639-1), for screen readers.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The words around the content, in its language.</summary>
    public PageFrame Frame { get; init; } = PageFrame.English;

    /// <summary>Pages that lead here, from the top; the page itself is added as the last.</summary>
    public IReadOnlyList<PageLink> Crumbs { get; init; } = [];

    /// <summary>The content fills the window by itself, as a hero does; else it stands in a column.</summary>
    public bool Bare { get; init; }

    /// <summary>Atom feeds of what the page shows, for programs that look for one.</summary>
    public IReadOnlyList<PageLink> Feeds { get; init; } = [];

    /// <summary>The same page in another language; null where it has one only.</summary>
    public Translated? Other { get; init; }

    /// <summary>Language of the title where it is not the page's, as that of a project is; null where it is.</summary>
    public string? TitleLanguage { get; init; }

    /// <summary>A browser may keep it and ask whether it is still so: it has an ETag, and is answered 304 where nothing changed.</summary>
    public bool Kept { get; init; }

    /// <summary>What this request shows is part of a practice, where its path does not say so.</summary>
    internal static void MarkPractice(HttpContext context) => context.Items[typeof(Practising)] = true;

    /// <summary>A page of those who work here: denser.</summary>
    public bool Desk { get; init; }

    /// <summary>A page whose content is a component with a parameter <c>Model</c>.</summary>
    public static Page Of<TComponent>(string title, object model, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new(title, Content<TComponent>(model)) { Status = status };

    /// <summary>A component with a parameter <c>Model</c>, as content.</summary>
    public static RenderFragment Content<TComponent>(object model)
        where TComponent : IComponent => builder =>
    {
        builder.OpenComponent<TComponent>(0);
        builder.AddComponentParameter(1, "Model", model);
        builder.CloseComponent();
    };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var frame = new Framing(title, Language, Frame, services.GetService<Banner>()?.In(Language), await NavigationAsync(httpContext))
        {
            Crumbs = Crumbs,
            Feeds = Feeds,
            Other = Other,
            TitleLanguage = TitleLanguage,
            Bare = Bare,
            Look = Desk ? "desk" : ForResident(httpContext) ? "resident" : null,
            Practice = IsPractice(httpContext) ? Banner.PracticeReview.In(Language) : null,
            // For a fault nothing is looked up: it may be why.
            Trial = Status >= StatusCodes.Status500InternalServerError ? null : await TrialTop.OfAsync(httpContext),
        };
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<Layout>(ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(Layout.Frame)] = frame, [nameof(Layout.ChildContent)] = Within(httpContext) }));
            return page.ToHtmlString();
        });
        httpContext.Response.StatusCode = Status;
        var body = Encoding.UTF8.GetBytes(html);
        // Of a page with the token of somebody's form nothing is kept: it is theirs.
        if (Kept && frame.Navigation is { FormToken: null })
        {
            var tag = $"\"{Versions.OfBytes(body)}\"";
            httpContext.Response.Headers.ETag = tag;
            if (httpContext.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        await Answer.WriteAsync(httpContext, "text/html; charset=utf-8", body);
    }

    // The id in the path says it; where the path holds none, whoever answers does.
    private static bool IsPractice(HttpContext context) =>
        context.Items.ContainsKey(typeof(Practising)) || (context.GetRouteValue("id") is string id && ReviewIds.IsPractice(id));

    // Forms ask the request for their token and for what was typed before.
    private RenderFragment Within(HttpContext context) => builder =>
    {
        builder.OpenComponent<CascadingValue<HttpContext>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<HttpContext>.Value), context);
        builder.AddComponentParameter(2, nameof(CascadingValue<HttpContext>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<HttpContext>.ChildContent), content);
        builder.CloseComponent();
    };

    // A resident's page is about one thing and leads nowhere else. For a refusal nobody is looked up, and for a fault nothing is:
    // it may be why.
    private async Task<Navigation?> NavigationAsync(HttpContext context)
    {
        if (ForResident(context))
            return null;
        var tokens = context.Need<FormTokens>();
        if (Status >= StatusCodes.Status500InternalServerError)
            return Navigation.Of(context, context.PrincipalOrNull(), tokens.ForRefusal(context));
        if (Status >= StatusCodes.Status400BadRequest)
            return await Navigation.OfAsync(context, context.PrincipalOrNull(), tokens.ForRefusal(context), counted: Desk);
        var person = await context.SignedInAsync();
        return await Navigation.OfAsync(context, person, await tokens.ForAsync(context), counted: Desk);
    }

    private bool ForResident(HttpContext context) => !Frame.Leads || context.Says<Rate>() == Rate.Residents;
}

/// <summary>What stands around the content of a page.</summary>
/// <param name="Title">What the page is.</param>
/// <param name="Language">Language of the content (ISO 639-1).</param>
/// <param name="Words">The words around it.</param>
/// <param name="Banner">What every page of this host says on top.</param>
/// <param name="Navigation">Where else one can go; nowhere from a resident's page.</param>
public sealed record Framing(string Title, string Language, PageFrame Words, string? Banner, Navigation? Navigation)
{
    /// <summary>Pages that lead here, from the top.</summary>
    public IReadOnlyList<PageLink> Crumbs { get; init; } = [];

    /// <summary>Atom feeds of what the page shows.</summary>
    public IReadOnlyList<PageLink> Feeds { get; init; } = [];

    /// <summary>The same page in another language; null where it has one only.</summary>
    public Translated? Other { get; init; }

    /// <summary>Language of the title where it is not the page's; null where it is.</summary>
    public string? TitleLanguage { get; init; }

    /// <summary>The content fills the window by itself.</summary>
    public bool Bare { get; init; }

    /// <summary>Which look of the stylesheet: of the desk, of residents' pages, or the public's.</summary>
    public string? Look { get; init; }

    /// <summary>What a newcomer can do on a trial copy; null on others, and for who does not sit at its machine.</summary>
    public TrialTop? Trial { get; init; }

    /// <summary>What every page of a practice review says on top of everything; null elsewhere.</summary>
    public string? Practice { get; init; }
}

/// <summary>A page in another language.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Name">What the language calls itself.</param>
/// <param name="Href">Where it is.</param>
public sealed record Translated(string Language, string Name, string Href);

/// <summary>The words around the content of a page.</summary>
/// <param name="Board">Who runs it.</param>
/// <param name="Skip">Leads past the top.</param>
/// <param name="Foot">At the foot.</param>
public sealed record PageFrame(string Board, string Skip, string Foot)
{
    /// <summary>Address of the front page.</summary>
    public string Home { get; private init; } = "/";

    /// <summary>Address of a page in the language of the frame, where it has one there.</summary>
    public string At(string path) => Home != "/" && (path == "/register" || path.StartsWith("/register?", StringComparison.Ordinal))
        ? Home + path : path;

    /// <summary>It has navigation: a page for staff and public, not one of a resident's own.</summary>
    public bool Leads { get; init; }

    /// <summary>The other words around the content, by the English ones.</summary>
    private Dictionary<string, string> Others { get; init; } = [];

    /// <summary>Words of the frame in its language; the English ones where nobody put them into it.</summary>
    public string Say(string english) => Others.GetValueOrDefault(english, english);

    /// <summary>"en" for words that stay English on a page in another language; null where the page's language holds.</summary>
    public string? LanguageOf(string english) => Others.Count > 0 && !Others.ContainsKey(english) ? "en" : null;

    /// <summary>Pages of staff and public.</summary>
    public static PageFrame English { get; } =
        new("Resident Advisory Board", "Skip to content",
            "The board advises; it has no veto. Nothing here is decided by artificial intelligence.")
        { Leads = true };

    /// <summary>The public's pages in Spanish.</summary>
    public static PageFrame Spanish { get; } =
        new("Junta Asesora de Residentes", "Ir al contenido",
            "La junta aconseja; no tiene veto. Aquí nada lo decide la inteligencia artificial.")
        {
            Leads = true,
            Home = "/es",
            Others = new(StringComparer.Ordinal)
            {
                ["State of Connecticut"] = "Estado de Connecticut",
                ["Main"] = "Principal",
                ["Home"] = "Inicio",
                ["Public register"] = "Registro público",
                ["Check the record"] = "Revisar el registro",
                ["Open data"] = "Datos abiertos",
                ["Where you are"] = "Dónde está",
                ["Which data are used"] = "Qué datos se usan",
                ["Simulated phones"] = "Teléfonos de prueba",
                ["Sign in"] = "Entrar",
                ["Sign out"] = "Salir",
                ["What programs can do here"] = "Para programas",
                [Banner.Name] = "Sobre esta copia",
            },
        };
}

/// <summary>What every page says on top. A host on which something is not as it seems registers one.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="Spanish">The same in Spanish.</param>
public sealed record Banner(string Text, string Spanish)
{
    /// <summary>What the place on top is called.</summary>
    public const string Name = "About this copy";

    /// <summary>Where senders are simulated.</summary>
    public static Banner Trial { get; } = new(
        "Trial copy: nobody here is real, and no message leaves.", "Copia de prueba: aquí nadie es real y ningún mensaje sale.");

    /// <summary>Where messages leave to staff alone.</summary>
    public static Banner Practice { get; } = new(
        "Practice: messages leave to staff only. What is for residents waits.",
        "Ensayo: los mensajes salen solo para el personal. Lo que es para residentes espera.");

    /// <summary>On every page of a practice review.</summary>
    public static Banner PracticeReview { get; } = new(
        "PRACTICE: this review is not real. Staff answer it, and nothing of it is public.",
        "ENSAYO: esta consulta no es real. La contesta el personal, y nada de ella es público.");

    /// <summary>The sentence in the language of a page, where it is written in it.</summary>
    public string In(string language) => language == "es" ? Spanish : Text;
}
