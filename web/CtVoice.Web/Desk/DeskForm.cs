using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>
/// Forms of those who work here. A form is read into the body that programs send, and goes through the operation that programs
/// call; then the browser is sent on (303) to what became of it, or the page is shown again with what is wrong and what was typed.
/// </summary>
internal static class DeskForm
{
    /// <summary>Field that names the form on its page.</summary>
    internal const string Name = "form";

    /// <summary>Field with the version that was read.</summary>
    internal const string Version = "if-match";

    /// <summary>Field by which the same filling in is taken once.</summary>
    internal const string Once = "once";

    /// <summary>Field of a form that was kept over a session that ended: it is shown, and does nothing yet.</summary>
    internal const string Kept = "kept";

    /// <summary>Maps a form.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="pattern">Path.</param>
    /// <param name="act">The operation, as programs call it too.</param>
    /// <param name="page">Shows the page that holds the form.</param>
    /// <param name="next">Where to look at what became of it.</param>
    internal static IEndpointConventionBuilder MapForm<TBody>(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, TBody, Task<IResult>> act,
        Func<HttpContext, Task<IResult>> page,
        Func<HttpContext, string> next)
        where TBody : notnull =>
        endpoints.MapForm(pattern, context => TakeAsync(context, page, SentOn(next), fields => ReadAsync(context, fields, act)));

    /// <summary>Maps a form whose answer is shown at once, because it is said only once.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="pattern">Path.</param>
    /// <param name="act">The operation, as programs call it too.</param>
    /// <param name="page">Shows the page that holds the form.</param>
    /// <param name="shown">Shows the answer.</param>
    internal static IEndpointConventionBuilder MapAnsweredForm<TBody>(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, TBody, Task<IResult>> act,
        Func<HttpContext, Task<IResult>> page,
        Func<HttpContext, IResult, Task<IResult>> shown)
        where TBody : notnull =>
        endpoints.MapForm(pattern, context => TakeAsync(context, page, shown, fields => ReadAsync(context, fields, act)));

    /// <summary>Maps a form that brings a file; what was read of it is kept in a field, so that it need not be chosen again.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="pattern">Path.</param>
    /// <param name="act">The operation, with the bytes that programs send as a body.</param>
    /// <param name="page">Shows the page that holds the form.</param>
    /// <param name="shown">Shows the answer.</param>
    internal static IEndpointConventionBuilder MapFileForm(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, SentFile, Task<IResult>> act,
        Func<HttpContext, Task<IResult>> page,
        Func<HttpContext, IResult, Task<IResult>> shown) =>
        endpoints.MapForm(pattern, context => TakeAsync(context, page, shown, async fields =>
            await SentFile.OfAsync(context, fields) is { } file
                ? await act(context, file)
                : Problem.Faults("/" + SentFile.Field, "Choose a file first.")));

    /// <summary>Maps what shows what is about to leave, to be checked: nothing is done before the button on that page is pressed.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="pattern">Path.</param>
    /// <param name="check">What is wrong with it; null when it could leave.</param>
    /// <param name="page">Shows the page that holds the form.</param>
    /// <param name="show">Shows what is to be checked; what was typed is the request's <see cref="Typed"/>.</param>
    internal static IEndpointConventionBuilder MapCheck<TBody>(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, TBody, Task<Problem?>> check,
        Func<HttpContext, Task<IResult>> page,
        Func<HttpContext, TBody, Task<IResult>> show)
        where TBody : notnull => endpoints.MapForm(pattern, context =>
    {
        Func<Task<IResult>>? shown = null;
        return TakeAsync(context, page, (_, _) => shown!(), fields => ReadAsync<TBody>(context, fields, async (_, body) =>
        {
            shown = () => AsTypedAsync(context, fields, _ => show(context, body));
            return await check(context, body) ?? Answer.Nothing();
        }));
    });

    /// <summary>Maps what shows a form again as it was typed, to change something before it leaves.</summary>
    internal static IEndpointConventionBuilder MapAgain(this IEndpointRouteBuilder endpoints, string pattern,
        Func<HttpContext, Task<IResult>> page) =>
        endpoints.MapForm(pattern,
            context => TakeAsync(context, page, (_, again) => Task.FromResult(again), fields => AsTypedAsync(context, fields, page)));

    /// <summary>Maps a button.</summary>
    internal static IEndpointConventionBuilder MapButton(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, Task<IResult>> act, Func<HttpContext, Task<IResult>> page,
        Func<HttpContext, string> next) => endpoints.MapForm(pattern, context => TakeAsync(context, page, SentOn(next), _ => act(context)));

    /// <summary>Adds to an address what was done, for the sentence on top of the page there.</summary>
    internal static string Done(string path, string what) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Confirmations.Field}={what}";

    private static Func<HttpContext, IResult, Task<IResult>> SentOn(Func<HttpContext, string> next) =>
        (context, _) => Task.FromResult(Answer.SeeOther(Done(next(context), context.OperationName())));

    private static Task<IResult> AsTypedAsync(
        HttpContext context, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, Func<HttpContext, Task<IResult>> show)
    {
        new Typed(fields.GetValueOrDefault(Name) is [var form, ..] ? form : "", fields, []) { Status = StatusCodes.Status200OK }
            .ShowIn(context);
        return show(context);
    }

    private static async Task<IResult> ReadAsync<TBody>(
        HttpContext context, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, Func<HttpContext, TBody, Task<IResult>> act)
        where TBody : notnull
    {
        var read = FormBody.Read<TBody>(fields);
        return read.Value is { } body ? await act(context, body) : Problem.Faults(read.Faults);
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context, Func<HttpContext, Task<IResult>> page, Func<HttpContext, IResult, Task<IResult>> shown,
        Func<IReadOnlyDictionary<string, IReadOnlyList<string>>, Task<IResult>> act)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = FormBody.WithoutEmptyRows(FormBody.FieldsOf(form));
        var typed = new Typed(form[Name].ToString(), fields, []);
        if (form.ContainsKey(Kept))
            return await ShowAsync(typed with { Kept = true, Status = StatusCodes.Status200OK });
        // What programs say in a header, a form says in a field.
        if (form[Version].ToString() is { Length: > 0 } version)
            context.Request.Headers.IfMatch = $"\"{version}\"";
        if (form[Once].ToString() is { Length: > 0 } once)
            context.Request.Headers[IdempotencyKey.Header] = once;
        return await act(fields) switch
        {
            Problem { Details: { Status: StatusCodes.Status400BadRequest, Faults: { } faults } } =>
                await ShowAsync(typed with { Faults = faults }),
            Problem { Details: { Status: StatusCodes.Status409Conflict, Detail: { } detail } } =>
                await ShowAsync(typed with { Faults = [new("", detail)], Status = StatusCodes.Status409Conflict }),
            Problem { Details.Status: StatusCodes.Status412PreconditionFailed } =>
                await ShowAsync(typed with { Overtaken = true, Status = StatusCodes.Status412PreconditionFailed }),
            Problem other => other,
            // What is said once, such as what to tell somebody who is on the phone, is an answer by itself.
            Pages.Page said => said,
            var done => await shown(context, done),
        };

        Task<IResult> ShowAsync(Typed shown)
        {
            shown.ShowIn(context);
            return page(context);
        }
    }
}
