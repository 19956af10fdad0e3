-- Why a booking ended: its company stopped, or its school left the register.
ALTER TYPE "cancel_reason" ADD VALUE 'stopped';
ALTER TYPE "cancel_reason" ADD VALUE 'school-closed';
