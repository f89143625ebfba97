using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The front page, and signing in and out.</summary>
public static class PageRoutes
{
    /// <summary>Being somebody at the press of a button; for a host that has trial people.</summary>
    public static void MapTrialPeople(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapForm("/be", BeAsync).OpenTo(Access.Public)
            .WithName("bePerson").WithSummary("Opens a session as somebody of the trial.");
    }

    internal static void MapStart(this IEndpointRouteBuilder endpoints)
    {
        Front.FrontPage.MapFront(endpoints);
        endpoints.MapPage("/sign-in", SignInPageAsync).OpenTo(Access.Public)
            .WithName("signInPage").WithSummary("Asks for an access key.");
        endpoints.MapForm("/sign-in", SignInAsync).OpenTo(Access.Public)
            .WithName("signIn").WithSummary("Opens a session for the holder of an access key.");
        endpoints.MapForm("/sign-out", SignOutAsync).OpenTo(Access.SignedIn(Enum.GetValues<Role>()))
            .WithName("signOut").WithSummary("Ends the session.");
    }

    /// <summary>Asks to sign in, and says why where another page was asked for.</summary>
    internal static Page SignInPage(HttpContext context, Coming coming, int status, bool refused = false, bool first = false,
        bool again = false) => Page.Of<SignIn>(
        "Sign in", new SignIn.Asked(coming, TrialPeople.Of(context)?.Everybody ?? [], refused, first, again), status);

    // Whom the platform signed in already needs no key.
    private static async Task<IResult> SignInPageAsync(HttpContext context)
    {
        if (await context.Need<PlatformPrincipals>().FindAsync(context.Request, context.RequestAborted) is not { } known)
            return SignInPage(context, Coming.FromNowhere, StatusCodes.Status200OK);
        await context.Need<PageSessions>().SignInAsync(context, known);
        return Answer.SeeOther(Navigation.HomeOf(context, known));
    }

    private static async Task<IResult> SignInAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var key = form["key"].ToString().Trim();
        if (await context.Need<AccessKeys>().FindAsync(key, context.RequestAborted) is { } principal)
            return await OpenAsync(context, principal, Coming.Of(form));
        return context.Need<Guesses>().Take(context.Caller(), key) is { } wait
            ? Problem.TooOften(wait)
            : SignInPage(context, Coming.Of(form), StatusCodes.Status401Unauthorized, refused: true);
    }

    private static async Task<IResult> BeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var people = TrialPeople.Of(context);
        if (people is not null && form["who"] == TrialPerson.Visitor)
            return await SignOutAsync(context);
        return people is not null
            && await people.KeyOfAsync(form["who"].ToString(), context.RequestAborted) is { } key
            && await context.Need<AccessKeys>().FindAsync(key, context.RequestAborted) is { } principal
                ? await OpenAsync(context, principal, Coming.Of(form))
                : Problem.NotFound();
    }

    /// <summary>Opens a session, and leads to where somebody wanted to go; a form that was kept is shown first,
    /// and acts only then.</summary>
    private static async Task<IResult> OpenAsync(HttpContext context, Principal principal, Coming coming)
    {
        await context.Need<PageSessions>().SignInAsync(context, principal);
        return coming is { Return: not null, Kept: not null }
            ? Page.Of<SignedInAgain>("Signed in again", coming)
            : Answer.SeeOther(coming.Return ?? Navigation.HomeOf(context, principal));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.Need<PageSessions>().SignOutAsync(context);
        // Nothing of ours is stored in a browser; what an extension or an earlier version left goes too.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Answer.SeeOther("/");
    }
}
