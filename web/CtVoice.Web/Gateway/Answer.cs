using System.Text;
using System.Text.Json;
using CtVoice.Core.Json;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>What a handler returns when all is well.</summary>
public static class Answer
{
    /// <summary>A JSON body, written as everywhere in the product.</summary>
    /// <param name="value">What to write.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="etag">Version of what is shown, for <c>If-Match</c>; without quotes.</param>
    /// <param name="location">Where what was made can be read.</param>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK, string? etag = null, string? location = null)
        where T : notnull =>
        new Bytes("application/json", JsonSerializer.SerializeToUtf8Bytes(value, WorkflowJson.Options))
        {
            Value = value,
            Status = status,
            ETag = etag,
            Location = location,
        };

    /// <summary>One page of a list; the next one is named in its body and in a <c>Link</c> header (RFC 8288).</summary>
    public static IResult Page<T>(T page, string? continuation, bool isPublic = false)
        where T : notnull =>
        Conditional("application/json", JsonSerializer.SerializeToUtf8Bytes(page, WorkflowJson.Options), isPublic, continuation, page);

    /// <summary>A public JSON body: answered 304 when the caller has it.</summary>
    public static IResult PublicJson<T>(T value)
        where T : notnull =>
        Conditional("application/json", JsonSerializer.SerializeToUtf8Bytes(value, WorkflowJson.Options), true, null, value);

    /// <summary>A text of any type.</summary>
    public static IResult Text(string text, string contentType = "text/plain; charset=utf-8") =>
        new Bytes(contentType, Encoding.UTF8.GetBytes(text));

    /// <summary>204: done, nothing to say.</summary>
    public static IResult Nothing() => new Bytes("", []) { Status = StatusCodes.Status204NoContent };

    /// <summary>202: taken; it happens by itself.</summary>
    public static IResult Accepted() => new Bytes("", []) { Status = StatusCodes.Status202Accepted };

    /// <summary>303: done; look there.</summary>
    public static IResult SeeOther(string path) => new Bytes("", []) { Status = StatusCodes.Status303SeeOther, Location = path };

    /// <summary>A public file that rarely changes: answered 304 when the caller has it.</summary>
    public static IResult File(byte[] content, string contentType) => Conditional(contentType, content, true, null);

    /// <summary>What a program would read in an answer, for a page that shows the same; null where the answer is another one.</summary>
    internal static T? Said<T>(this IResult answer)
        where T : class => (answer as IValueHttpResult)?.Value as T;

    /// <summary>Where the next page of an answer begins; null on the last.</summary>
    internal static string? ContinuationOf(this IResult answer) => (answer as Bytes)?.Continuation;

    private static Bytes Conditional(string contentType, byte[] content, bool conditional, string? continuation, object? value = null) =>
        new(contentType, content)
        {
            Value = value,
            ETag = conditional ? Versions.OfBytes(content) : null,
            Conditional = conditional,
            Continuation = continuation,
        };

    internal static Task WriteAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> body)
    {
        if (contentType.Length > 0)
            context.Response.ContentType = contentType;
        if (context.Response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
            context.Response.ContentLength = body.Length;
        return body.IsEmpty ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private sealed class Bytes(string contentType, byte[] body) : IResult, IValueHttpResult
    {
        public object? Value { get; init; }

        public int Status { get; init; } = StatusCodes.Status200OK;

        public string? ETag { get; init; }

        public string? Location { get; init; }

        public bool Conditional { get; init; }

        public string? Continuation { get; init; }

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = Status;
            if (ETag is not null)
                response.Headers.ETag = $"\"{ETag}\"";
            if (Location is not null)
                response.Headers.Location = Location;
            if (Continuation is not null)
                response.Headers.Link = $"<{Listing.NextOf(httpContext.Request, Continuation)}>; rel=\"next\"";
            if (!Conditional || !httpContext.Request.Headers.IfNoneMatch.ToString().Contains($"\"{ETag}\"", StringComparison.Ordinal))
                return WriteAsync(httpContext, contentType, body);
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
    }
}
