-- CreateTable
CREATE TABLE "school_join_request" (
    "user_id" UUID NOT NULL,
    "branch_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "school_join_request_pkey" PRIMARY KEY ("user_id","branch_id")
);

-- CreateIndex
CREATE INDEX "school_join_request_branch_id_idx" ON "school_join_request"("branch_id");

-- AddForeignKey
ALTER TABLE "school_join_request" ADD CONSTRAINT "school_join_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_join_request" ADD CONSTRAINT "school_join_request_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "school_branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
