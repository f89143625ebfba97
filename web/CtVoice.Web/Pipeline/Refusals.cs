using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>What routing refuses, in our words: an unknown path, a method that a path does not answer, and OPTIONS.</summary>
internal static class Refusals
{
    internal static Task AnswerAsync(HttpContext context)
    {
        if (context.Response.StatusCode is StatusCodes.Status404NotFound)
            return Problem.NotFound().ExecuteAsync(context);
        if (context.Response.StatusCode is not StatusCodes.Status405MethodNotAllowed)
            return Task.CompletedTask;
        string[] allowed = [.. context.Response.Headers.Allow.ToString().Split(", ", StringSplitOptions.RemoveEmptyEntries)];
        if (!HttpMethods.IsOptions(context.Request.Method))
            return Problem.WrongMethod(allowed).ExecuteAsync(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = Problem.Allow(allowed);
        return Task.CompletedTask;
    }
}
